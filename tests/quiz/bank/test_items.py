"""Each kind of item: what its content must have, what it shows, how it reads and judges an answer."""

import json

import pytest
from django.http import QueryDict
from pydantic import ValidationError

from quiz.bank.items import KINDS, NotAnswered, UnknownKindError, read_content

RIGHT = {"text": "yes", "correct": True}
WRONG = {"text": "no", "why": "because"}
SINGLE = {"kind": "single", "prompt": "p", "options": [RIGHT, WRONG, {"text": "maybe", "why": "unclear"}]}
MULTIPLE = {
    "kind": "multiple",
    "prompt": "p",
    "options": [RIGHT, {"text": "also", "correct": True}, WRONG, {"text": "maybe", "why": "unclear"}],
}
NUMBER = {"kind": "numeric", "prompt": "p", "answer": 0.25, "wrong": [{"value": 0.5, "why": "that is the value"}]}
FREE = {"kind": "free", "prompt": "p", "answer": "the model", "points": ["a", "b", "c"]}
ORDERING = {"kind": "ordering", "prompt": "p", "steps": ["a", "b", "c"], "before": [[1, 2]]}
PAIRS = [{"left": "a", "right": "1"}, {"left": "b", "right": "2"}, {"left": "c", "right": "3", "why": "so"}]
MATCHING = {"kind": "matching", "prompt": "p", "pairs": PAIRS, "extra": ["4"]}
FILL = {"kind": "fill", "prompt": "p", "formula": "2*s", "variables": {"s": [0, 1]}}
PREDICT = {"kind": "predict", "code": "print(1)", "made": "1"}
BUG = {"kind": "bug", "code": "x = 1", "lines": ["x = 1"], "made": {"code": "x = 1", "places": [1]}}
ALL = {
    "single": SINGLE,
    "multiple": MULTIPLE,
    "numeric": NUMBER,
    "ordering": ORDERING,
    "matching": MATCHING,
    "fill": FILL,
    "predict": PREDICT,
    "bug": BUG,
    "free": FREE,
}


def test_every_kind_is_tried_here():
    assert set(ALL) == set(KINDS)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (SINGLE | {"options": [RIGHT, {"text": "no"}]}, "needs `why`"),
        (SINGLE | {"options": [RIGHT, {"text": "no", "correct": True}]}, "one correct option, this one has 2"),
        (SINGLE | {"options": [WRONG, {"text": "never", "why": "x"}]}, "has 0"),
        (SINGLE | {"options": [RIGHT]}, "at least 2"),
        (SINGLE | {"options": [RIGHT, WRONG, WRONG]}, "same text"),
        (SINGLE | {"prompt": " "}, "prompt is missing"),
        (SINGLE | {"optoins": []}, "Extra inputs"),
        (MULTIPLE | {"options": [WRONG, {"text": "never", "why": "x"}]}, "none of the options"),
        (NUMBER | {"answer": None}, "needs a prompt and an answer"),
        (NUMBER | {"answer": float("nan")}, "finite"),
        (NUMBER | {"wrong": [{"value": 0.25, "why": "x"}]}, "counts as the right answer"),
        ({"kind": "numeric", "generator": "no_such"}, "no generator called no_such"),
        ({"kind": "numeric", "generator": "dropout_variance", "answer": 1}, "makes the prompt, the answer"),
        (FREE | {"points": ["one"]}, "at least 3"),
    ],
)
def test_content_is_refused(content, complaint):
    with pytest.raises(ValidationError, match=complaint):
        read_content(content)


def test_an_unknown_kind_is_refused_with_the_known_ones():
    with pytest.raises(UnknownKindError, match=", ".join(KINDS)):
        read_content({"kind": "essay"})


@pytest.mark.parametrize("content", ALL.values(), ids=ALL)
def test_stored_content_reads_back_the_same(content):
    stored = read_content(content | {"id": "name"}).stored()
    assert stored == json.loads(json.dumps(stored))
    assert read_content(stored).stored() == stored
    assert "id" not in stored


@pytest.mark.parametrize("content", [SINGLE, MULTIPLE], ids=["single", "multiple"])
@pytest.mark.parametrize("seed", range(20))
def test_nothing_tells_the_answer_before_it_is_given(content, seed):
    shown = read_content(content).shown(seed, {}, revealed=False)["options"]
    assert all(option.correct is None and option.why == "" for option in shown)


def test_the_right_option_is_not_always_the_first():
    single = read_content(SINGLE)
    assert {single.order(seed)[0] for seed in range(50)} == {0, 1, 2}
    assert read_content(SINGLE | {"shuffle": False}).order(7) == [0, 1, 2]


def chosen(content, seed, *texts):
    """The form as it is sent after choosing the options with these texts."""
    options = read_content(content).shown(seed, {}, revealed=False)["options"]
    return QueryDict("&".join(f"option={option.place}" for option in options if option.text in texts))


@pytest.mark.parametrize("seed", range(5))
def test_a_choice_is_read_by_what_was_shown(seed):
    single = read_content(SINGLE)
    assert single.read(chosen(SINGLE, seed, "maybe"), seed) == {"chosen": [2]}


@pytest.mark.parametrize("query", ["", "option=9", "option=-1", "option=x", "option=²", "option=1.5"])
def test_a_choice_without_an_option_is_no_answer(query):
    with pytest.raises(NotAnswered, match="Choose an option"):
        read_content(SINGLE).read(QueryDict(query), 0)


def test_a_single_choice_takes_one_option():
    with pytest.raises(NotAnswered, match="one option only"):
        read_content(SINGLE).read(QueryDict("option=0&option=1"), 0)


@pytest.mark.parametrize(
    ("texts", "outcome", "score"),
    [
        (["yes", "also"], "right", 1),
        (["yes"], "partly", 0.5),
        (["yes", "also", "no"], "partly", 0.5),
        (["yes", "no"], "wrong", 0),
        (["no", "maybe"], "wrong", 0),
        (["yes", "also", "no", "maybe"], "wrong", 0),
    ],
)
def test_several_choices_pass_by_the_exact_set_and_show_the_part(texts, outcome, score):
    multiple = read_content(MULTIPLE)
    judgement = multiple.judge(multiple.read(chosen(MULTIPLE, 3, *texts), 3), 3)
    assert (judgement.outcome, judgement.score) == (outcome, score)


def test_after_the_answer_every_wrong_option_says_why():
    shown = read_content(MULTIPLE).shown(0, {"chosen": [2]}, revealed=True)["options"]
    assert all(option.why for option in shown if not option.correct)
    assert [option.text for option in shown if option.chosen] == ["no"]


@pytest.mark.parametrize(
    ("text", "outcome"), [("1/4", "right"), ("25 %", "right"), ("0,25", "right"), ("0.3", "wrong")]
)
def test_a_number_is_judged(text, outcome):
    number = read_content(NUMBER)
    assert number.judge(number.read(QueryDict(f"number={text.replace('%', '%25')}"), 0), 0).outcome == outcome


def test_a_known_mistake_is_named():
    number = read_content(NUMBER)
    assert number.judge({"value": 0.5}, 0).reason == "that is the value"


def test_a_refused_number_is_kept_in_the_form():
    with pytest.raises(NotAnswered, match="two things") as refusal:
        read_content(NUMBER).read(QueryDict("number=1,024"), 0)
    assert refusal.value.draft == {"text": "1,024"}


def test_a_generator_gives_other_numbers_for_another_seed():
    number = read_content({"kind": "numeric", "generator": "dropout_variance"})
    assert number.question(1) == number.question(1)
    assert len({number.question(seed) for seed in range(20)}) > 5


def test_free_recall_shows_the_model_answer_only_after_asking():
    free = read_content(FREE)
    assert "answer" not in free.shown(0, {"text": "my words"}, revealed=False)
    with pytest.raises(NotAnswered) as pause:
        free.read(QueryDict("text=my+words"), 0)
    assert free.shown(0, pause.value.draft, revealed=False)["answer"] == "the model"


def test_free_recall_is_rated_by_oneself_and_never_scored():
    free = read_content(FREE)
    response = free.read(QueryDict("text=t&rating=2&point=0&point=2&point=9"), 0)
    assert response == {"text": "t", "rating": 2, "points": [0, 2]}
    assert free.judge(response, 0).score is None


@pytest.mark.parametrize("rating", ["4", "-1", "x", ""])
def test_a_rating_is_one_of_four(rating):
    with pytest.raises(NotAnswered, match="four ratings"):
        read_content(FREE).read(QueryDict(f"rating={rating}"), 0)


def test_a_generator_that_has_gone_breaks_no_old_session():
    number = read_content({"kind": "numeric", "generator": "gone_since"}, stored=True)
    assert "no longer part" in number.question(1)
    assert number.judge({"value": 1.0}, 1).outcome == "wrong"
    assert number.shown(1, {}, revealed=True)["answer"] == "no longer known"
