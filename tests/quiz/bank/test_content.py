import inspect
import re
from pathlib import Path

import pytest
import yaml

import quiz.bank.generators
from quiz.bank.items import Kind, read_content
from quiz.bank.topics import TOPICS

BANK = Path(inspect.getfile(quiz.bank.generators)).parents[1]
EXERCISES = BANK.parents[1] / "exercises" / "content"
FILES = sorted((BANK / "content").glob("*.yaml"))
QUESTIONS = [question for path in FILES for question in yaml.safe_load(path.read_text(encoding="utf-8"))]
SEEDS = [question for question in QUESTIONS if question["seed"]]
ITEMS = [(question, item) for question in QUESTIONS for item in question["items"]]
KINDS = yaml.safe_load((Path(__file__).parent / "kinds.yaml").read_text(encoding="utf-8"))
CHECKABLE = ("single", "multiple", "numeric")

every_question = pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question["slug"])
every_item = pytest.mark.parametrize(
    ("question", "item"), ITEMS, ids=[f"{question['slug']}/{item['id']}" for question, item in ITEMS]
)


def texts_of(question: dict) -> list[str]:
    options = [option for item in question["items"] for option in item.get("options", [])]
    return [
        question["title"],
        question["explanation"],
        *(str(item.get(key, "")) for item in question["items"] for key in ("prompt", "answer", "explanation")),
        *(point for item in question["items"] for point in item.get("points", [])),
        *(text for option in options for text in (option["text"], option.get("why", ""))),
    ]


def test_the_fifteen_first_questions_are_there_once():
    assert sorted(question["seed"] for question in SEEDS) == list(range(1, 16))


def test_slugs_and_catalogue_ids_are_unique():
    for key in ("slug", "question"):
        values = [question[key] for question in QUESTIONS]
        assert len(values) == len(set(values))


def test_files_are_named_after_their_topic():
    for path in FILES:
        assert path.stem in TOPICS
        assert {question["topic"] for question in yaml.safe_load(path.read_text())} == {path.stem}


@pytest.mark.parametrize("question", SEEDS, ids=lambda question: question["slug"])
def test_a_first_question_has_five_items_of_several_kinds(question):
    kinds = [item["kind"] for item in question["items"]]
    assert len(kinds) >= 5
    assert {"single", "numeric", "free"} <= set(kinds)
    assert question["exercises"]


@every_question
def test_a_question_has_three_checkable_items(question):
    assert sum(item["kind"] in CHECKABLE for item in question["items"]) >= 3


@every_question
def test_a_question_has_items_of_the_kinds_that_suit_it(question):
    kinds = {item["kind"] for item in question["items"]}
    assert set(KINDS[question["question"]]) <= kinds


def test_the_catalogue_is_covered():
    assert {question["question"] for question in QUESTIONS} == set(KINDS)
    assert len(ITEMS) >= 860


@every_question
def test_a_question_leads_to_code(question):
    assert question["exercises"]


def test_every_exercise_belongs_to_a_question():
    linked = {slug for question in QUESTIONS for slug in question["exercises"]}
    assert {path.parent.name for path in EXERCISES.glob("*/exercise.yaml")} <= linked


@every_question
def test_a_question_is_complete(question):
    assert question["difficulty"] in ("easy", "medium", "hard")
    assert question["sources"]
    assert all(re.search(r"\d{4}|documentation", source) for source in question["sources"])
    assert 60 <= len(question["explanation"].split()) <= 340
    assert re.fullmatch(r"[A-Z]\d\d", question["question"])


@every_question
def test_linked_exercises_exist(question):
    missing = [slug for slug in question["exercises"] if not (EXERCISES / slug / "exercise.yaml").is_file()]
    assert missing == []


@every_question
def test_item_ids_are_unique_within_the_question(question):
    ids = [item["id"] for item in question["items"]]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) for name in ids)


@every_item
def test_an_item_can_be_read(question, item):
    read_content({key: value for key, value in item.items() if key != "id"})


@every_item
def test_every_wrong_option_has_a_reason_of_its_own(question, item):
    reasons = [option.get("why", "") for option in item.get("options", []) if not option.get("correct")]
    assert all(len(reason) >= 15 for reason in reasons)
    assert len(reasons) == len(set(reasons))


@every_item
def test_options_do_not_speak_of_their_place(question, item):
    """Options are shuffled, so neither `all of the above` nor `the first one` means anything."""
    for option in item.get("options", []):
        assert not re.search(
            r"\b(of the above|the former|the latter one|both of these)\b", option["text"], re.IGNORECASE
        )


@every_question
def test_formulas_are_closed_and_texts_clean(question):
    for text in texts_of(question):
        prose = re.sub(r"```.*?```|`[^`]*`", "", text, flags=re.DOTALL)
        assert prose.count("$") % 2 == 0, text
        assert not re.search("â€|Ã.|�|\\bTODO\\b", text), "broken characters"


# Widely repeated mistakes about the fifteen first questions: each is a wrong option in the bank, with the correction.
MISTAKES = [
    (1, "artificial-neural-network/inhibition", "stays silent"),
    (1, "artificial-neural-network/learning-rule", "artificial form of Hebbian learning"),
    (1, "artificial-neural-network/learning-rule", "equivalent of the feedback connections"),
    (1, "parts-of-a-neuron/safe-sigmoid", "`1 / (1 + np.exp(-x))`"),
    (1, "parts-of-a-neuron/safe-sigmoid", "`np.exp(x) / (1 + np.exp(x))`"),
    (2, "parts-of-a-neuron/definition", "received through dendrites"),
    (2, "parts-of-a-neuron/what-is-summed", "neurons of the previous layer, which are aggregated"),
    (2, "parts-of-a-neuron/unit-activation", "softmax"),
    (2, "parts-of-a-neuron/initial-weights", "np.random.rand(n)"),
    (3, "multilayer-perceptron/output-layer", "Always a non-linear one"),
    (4, "feed-forward-versus-recurrent/direction", "both directions along the sequence"),
    (4, "feed-forward-versus-recurrent/carried", "present input depends on past inputs"),
    (4, "feed-forward-versus-recurrent/carried", "output does not influence the input"),
    (4, "feed-forward-versus-recurrent/real-difference", "instantaneous"),
    (4, "feed-forward-versus-recurrent/real-difference", "there each input is independent"),
    (5, "backpropagation/what-it-does", "The adjusted weights"),
    (5, "backpropagation/what-it-does", "parameter update, as its fourth"),
    (5, "backpropagation/weight-gradient", r"$a^{(l-1)}_i\, \delta^{(l)}_j$"),
    (5, "backpropagation/base-case", "At $l = L-1$"),
    (5, "backpropagation/compared-with", "permutations"),
    (5, "backpropagation/promise", "direction that reduces the error"),
    (5, "backpropagation/relu-claim", "Because ReLU is non-linear"),
    (5, "backpropagation/relu-claim", "fewer local minima"),
    (5, "backpropagation/code-layer-input", "dW = delta @ A.T"),
    (5, "backpropagation/code-bias", "db = np.sum(delta)"),
    (5, "backpropagation/code-wrt", "The activation `A`"),
    (5, "backpropagation/code-habits", "global variables"),
    (5, "backpropagation/code-habits", "np.log(A)"),
    (5, "backpropagation/code-habits", "W -= lr * dW"),
    (6, "activation-functions/kinds", "three kinds, binary threshold, linear and non-linear"),
    (6, "activation-functions/step-function", "It is linear"),
    (6, "activation-functions/collapse", "Each layer can be made equivalent"),
    (6, "activation-functions/leaky", "improvement on ReLU"),
    (6, "activation-functions/softmax-stable", "as in the definition"),
    (6, "activation-functions/swish", "nothing to adjust"),
    (7, "deep-learning-and-neural-networks/architectures", "one single model architecture"),
    (7, "deep-learning-and-neural-networks/overfitting", "holds at any size"),
    (8, "fully-connected-versus-convolutional/memory", "lower it through parameter sharing"),
    (8, "fully-connected-versus-convolutional/locality", "embedded in parameter sharing"),
    (8, "fully-connected-versus-convolutional/who-shares", "small subset of neurons"),
    (8, "fully-connected-versus-convolutional/conv-formula", "w_f * x"),
    (8, "fully-connected-versus-convolutional/dense-formula", r"y_i = \sum_i w_i x_i"),
    (8, "fully-connected-versus-convolutional/flattening", "require flattening"),
    (9, "vanishing-gradients/lstm", "cause the problem, as gates multiply"),
    (9, "vanishing-gradients/batch-norm", "can contribute"),
    (9, "vanishing-gradients/cures", "Tokenising the text"),
    (9, "vanishing-gradients/cures", "Curriculum learning"),
    (9, "vanishing-gradients/initialisation", "strong gradients that vanish later"),
    (10, "exploding-gradients/cause", "distort the data"),
    (10, "exploding-gradients/effect", "overshadow the other gradients"),
    (10, "exploding-gradients/remedies", "ReLU in place of tanh"),
    (10, "exploding-gradients/remedies", "Dropout"),
    (10, "exploding-gradients/gated", "inherently less prone"),
    (10, "exploding-gradients/glorot", "variance of the outputs equal"),
    (10, "exploding-gradients/learning-rate", "cures the explosion"),
    (11, "bias-variance-trade-off/decomposition", "bias² + variance"),
    (11, "bias-variance-trade-off/variance-over", "inputs of the test set"),
    (11, "bias-variance-trade-off/sweet-spot", "both low"),
    (11, "bias-variance-trade-off/how-to-tell", "precision, recall or $R^2$"),
    (11, "bias-variance-trade-off/random-forest", "bagging alone"),
    (12, "regularisation/purpose", "computational complexity"),
    (12, "regularisation/purpose", "It prevents overfitting"),
    (12, "regularisation/weight-decay", "two names for the same thing"),
    (12, "regularisation/which-loss", "mean squared error"),
    (12, "regularisation/sparsity", "Most of them"),
    (12, "regularisation/excluded", "all parameters are penalised alike"),
    (12, "regularisation/early-stopping", "Once the validation loss gets worse"),
    (12, "regularisation/batch-norm", "regulariser first of all"),
    (13, "dropout/survivors", "$x/p$"),
    (13, "dropout/inference", "by $p$"),
    (13, "dropout/meaning-of-p", "active with probability p"),
    (13, "dropout/how-many", "a fixed fraction"),
    (13, "dropout/why-it-helps", "sensitive to small variations"),
    (13, "dropout/modes", "no need to switch modes"),
    (14, "batch-normalisation/gamma-beta", "reduce overfitting"),
    (14, "batch-normalisation/weights-per-batch", "adaptive gradient descent"),
    (14, "batch-normalisation/covariate-shift", "from batch to batch"),
    (14, "batch-normalisation/why-it-works", "removes internal covariate shift"),
    (14, "batch-normalisation/main-effect", "It is a regulariser"),
    (14, "batch-normalisation/inference", "standard deviation, which adapt in deployment"),
    (14, "batch-normalisation/output-variance", "Exactly 1"),
    (15, "residual-blocks/what-is-learned", "learns $F(x) - x$"),
    (15, "residual-blocks/motive", "Vanishing gradients"),
    (15, "residual-blocks/names", "The sum $F(x) + x$"),
    (15, "residual-blocks/concatenation", "additional non-linearities"),
    (15, "residual-blocks/changing-shape", "added as it is"),
    (15, "residual-blocks/relatives", "every layer of the network to every other"),
    (15, "residual-blocks/relatives", "ResNet plus Inception"),
]


@pytest.mark.parametrize(("seed", "place", "statement"), MISTAKES, ids=lambda value: str(value)[:60])
def test_a_common_mistake_is_marked_wrong_with_a_correction(seed, place, statement):
    slug, item_id = place.split("/")
    [options] = [item["options"] for question, item in ITEMS if (question["slug"], item["id"]) == (slug, item_id)]
    found = [option for option in options if statement in option["text"] and not option.get("correct")]
    assert found, f"{place} has no wrong option with: {statement}"
    assert all(option["why"] for option in found)


def test_every_first_question_guards_against_a_mistake():
    assert {seed for seed, _, _ in MISTAKES} == set(range(1, 16))


# The same mistakes where an item asks for something else than a choice: what a person who makes them answers is wrong.
MISTAKEN_ANSWERS = [
    (2, "parts-of-a-neuron/bias-from-threshold", {"text": "t"}),
    (2, "parts-of-a-neuron/one-unit", {"text": "[1. 1.]"}),
    (4, "feed-forward-versus-recurrent/properties", {"swap": ("Plain RNN", "Bidirectional RNN")}),
    (5, "backpropagation/weight-gradient-code", {"text": "dz.T @ x"}),
    (5, "affine-layer-gradient/weight-gradient", {"text": "(x1*d1 + x2*d2)/2"}),
    (6, "gelu-and-swish/formulas", {"swap": ("SiLU", "Swish")}),
    (6, "softmax/overflow-run", {"text": "[0. 1.] [0. 1.]"}),
    (8, "fully-connected-versus-convolutional/ideas", {"swap": ("Local connections", "Shared weights")}),
    (9, "lstm-and-gru/cell-update", {"text": "i*c + f*g"}),
    (11, "bias-variance-trade-off/symptoms", {"swap": ("A good fit", "Noise in the targets")}),
    (13, "dropout/survivor-formula", {"text": "x/p"}),
    (13, "dropout/survivor-formula", {"text": "x*(1-p)"}),
    (14, "batch-normalisation/whole-layer", {"text": "g*(x - m)/(sqrt(v) + eps) + b"}),
    (14, "batch-norm-at-inference/running-run", {"text": "0.2 1.0"}),
    (15, "resnet-densenet-unet-resnext/ideas", {"swap": ("ResNet", "DenseNet")}),
]


def answer_of(item: Kind, mistake: dict) -> dict:
    """The mistake as an answer; a swap gives each of two things the other's partner."""
    if "swap" not in mistake:
        return mistake
    matches = {str(n): item.partners.index(pair.right) for n, pair in enumerate(item.pairs)}
    one, other = (
        next(str(n) for n, pair in enumerate(item.pairs) if text in (pair.left, pair.right)) for text in mistake["swap"]
    )
    return {"matches": matches | {one: matches[other], other: matches[one]}}


@pytest.mark.parametrize(("seed", "place", "mistake"), MISTAKEN_ANSWERS, ids=lambda value: str(value)[:60])
def test_who_makes_a_common_mistake_is_not_told_right(seed, place, mistake):
    slug, item_id = place.split("/")
    [content] = [item for question, item in ITEMS if (question["slug"], item["id"]) == (slug, item_id)]
    item = read_content(content).prepared()
    judgement = item.judge(answer_of(item, mistake), 0)
    assert judgement.outcome in ("wrong", "partly")
    assert judgement.reason, "the mistake is named"
