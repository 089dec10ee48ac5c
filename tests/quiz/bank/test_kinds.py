"""The kinds beyond choices and numbers: ordering, matching, filling in, predicting, finding the bug."""

import pytest
from django.http import QueryDict
from pydantic import ValidationError

from quiz.bank.items import NotAnswered, NotMade, read_content
from quiz.bank.management.commands.lock_outputs import shipped_code
from quiz.bank.outputs import framework_of, locked_outputs, name_of, run_all

ORDERING = {"kind": "ordering", "prompt": "p", "steps": ["a", "b", "c", "d"]}
PARTIAL = ORDERING | {"before": [[1, 3], [2, 3], [3, 4]]}
MATCHING = {
    "kind": "matching",
    "prompt": "p",
    "pairs": [
        {"left": "sigmoid", "right": "$(0, 1)$", "why": "it squashes"},
        {"left": "tanh", "right": "(-1, 1)"},
        {"left": "softsign", "right": "(-1, 1)"},
    ],
    "extra": ["all numbers"],
}
FILL = {
    "kind": "fill",
    "prompt": "p",
    "formula": "s*(1-s)",
    "variables": {"s": [0, 1]},
    "wrong": [{"text": "1-s^2", "why": "that is tanh"}],
}
CODE = {
    "kind": "fill",
    "prompt": "p",
    "accepted": ["x.T @ dz", "x.T.dot(dz)"],
    "wrong": [{"text": "a.T @ dz", "why": "w"}],
}
PREDICT = {"kind": "predict", "code": "print([1, 2.50])", "wrong": [{"output": "[1, 2]", "why": "cut"}]}
BUG = {"kind": "bug", "attempt": "sigmoid-layer-backprop/wrong_answer-numpy-sign"}
FIXED = BUG | {"fixed": "sigmoid-layer-backprop/accepted-numpy-textbook"}
OWN = {"kind": "bug", "code": "a = 1\n\nb = a - 1\nb = a - 1", "lines": ["b = a - 1"], "prompt": "a should be kept"}


def form(**fields):
    query = QueryDict(mutable=True)
    query.update(fields)
    return query


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (ORDERING | {"steps": ["a", "b"]}, "at least 3"),
        (ORDERING | {"steps": ["a", "b", "a"]}, "same text"),
        (ORDERING | {"prompt": ""}, "prompt is missing"),
        (ORDERING | {"before": [[3, 1]]}, "3 1: expected two numbers of steps, the smaller one first"),
        (ORDERING | {"before": [[1, 5]]}, "1 5: expected"),
        (ORDERING | {"before": [[2, 2]]}, "2 2: expected"),
        (MATCHING | {"extra": ["(-1, 1)"]}, "belongs to a pair"),
        (MATCHING | {"pairs": MATCHING["pairs"][:2]}, "at least 3"),
        (MATCHING | {"pairs": [MATCHING["pairs"][0]] * 3}, "same left side"),
        (MATCHING | {"extra": [f"extra {number}" for number in range(11)]}, "at most 12 partners"),
        (FILL | {"formula": "s*(1-s"}, "At character 7"),
        (FILL | {"formula": "s*q"}, "“q” at character 3"),
        (FILL | {"variables": {}}, "formula and its variables"),
        (FILL | {"accepted": ["s"]}, "accepted: s is not equal to the formula"),
        (FILL | {"formula": "log(s - 1)"}, "no finite value"),
        (FILL | {"variables": {"s": [1, 0]}}, "a smaller and a larger number"),
        (FILL | {"variables": {"exp": [0, 1], "s": [0, 1]}}, "cannot be the name"),
        (FILL | {"wrong": [{"text": "s - s*s", "why": "w"}]}, "s - s*s counts as the right answer"),
        (CODE | {"wrong": [{"text": "x.T@dz", "why": "w"}]}, "counts as the right answer"),
        (PREDICT | {"code": " "}, "at least 1"),
        (BUG, "either the wrong lines, or"),
        (BUG | {"code": "x"}, "either an attempt or code"),
        (BUG | {"attempt": "../../etc/passwd", "lines": ["x"]}, "pattern"),
        (OWN | {"fixed": FIXED["fixed"]}, "either the wrong lines, or"),
        (OWN | {"lines": [], "fixed": FIXED["fixed"]}, "compared with a fixed one"),
        (BUG | {"repaired": "x"}, "compared with a fixed one"),
        (OWN | {"probe": "print(b)"}, "a probe needs repaired code"),
    ],
)
def test_content_is_refused(content, complaint):
    with pytest.raises(ValidationError, match=complaint.replace("(", r"\(").replace("*", r"\*")):
        read_content(content)


# Ordering


def places(item, seed, wanted):
    """The form that gives each step (by its letter) its place."""
    letters = [item.steps[step] for step in item.order(seed)]
    return form(**{f"place-{number}": str(wanted.index(letter) + 1) for number, letter in enumerate(letters)})


def ordered(content, wanted, seed=3):
    item = read_content(content)
    return item.judge(item.read(places(item, seed, wanted), seed), seed)


@pytest.mark.parametrize(
    ("content", "order", "outcome", "score"),
    [
        (ORDERING, "abcd", "right", 1),
        (ORDERING, "bacd", "partly", 5 / 6),
        (ORDERING, "dcba", "wrong", 0),
        (PARTIAL, "abcd", "right", 1),
        (PARTIAL, "bacd", "right", 1),
        (PARTIAL, "acbd", "partly", 4 / 5),
        (PARTIAL, "dabc", "partly", 2 / 5),
    ],
)
def test_an_order_passes_when_no_pair_that_matters_is_the_wrong_way_round(content, order, outcome, score):
    judgement = ordered(content, order)
    assert (judgement.outcome, judgement.score) == (outcome, pytest.approx(score))


def test_a_wrong_order_says_which_step_comes_first():
    assert ordered(ORDERING, "bacd").reason == "1 pair stands the wrong way round. “a” comes before “b”."


@pytest.mark.parametrize("content", [ORDERING, PARTIAL])
def test_the_order_shown_is_never_right(content):
    item = read_content(content)
    assert all(item.violated(item.order(seed)) for seed in range(50))
    assert len({tuple(item.order(seed)) for seed in range(50)}) > 3


def test_half_an_order_is_kept():
    item = read_content(ORDERING)
    with pytest.raises(NotAnswered, match="2 are open") as pause:
        item.read(form(**{"place-0": "2", "place-1": "1", "place-2": "", "place-3": "7"}), 5)
    rows = item.shown(5, pause.value.draft, revealed=False)["rows"]
    assert [(row.number, row.place) for row in rows] == [(1, 1), (0, 2), (2, 0), (3, 0)]


def test_a_place_is_given_once():
    with pytest.raises(NotAnswered, match="Place 2 is given twice"):
        read_content(ORDERING).read(form(**{f"place-{number}": "2" for number in range(4)}), 5)


def test_after_the_answer_the_steps_out_of_order_are_marked():
    item = read_content(PARTIAL)
    shown = item.shown(3, item.read(places(item, 3, "acbd"), 3), revealed=True)
    assert [(step.text, step.misplaced) for step in shown["given"]] == [("a", 0), ("c", 1), ("b", 1), ("d", 0)]
    assert shown["partial"]
    assert item.shown(3, {"unknown": True}, revealed=True)["given"] == []


# Matching


def matched(item, seed, *partners):
    chosen = [item.order(seed).index(item.partners.index(partner)) for partner in partners]
    return form(**{f"match-{number}": str(position) for number, position in enumerate(chosen)})


@pytest.mark.parametrize(
    ("partners", "outcome", "score"),
    [
        (["$(0, 1)$", "(-1, 1)", "(-1, 1)"], "right", 1),
        (["$(0, 1)$", "(-1, 1)", "all numbers"], "partly", 2 / 3),
        (["(-1, 1)", "all numbers", "$(0, 1)$"], "wrong", 0),
    ],
)
def test_pairs_are_judged_one_by_one(partners, outcome, score):
    item = read_content(MATCHING)
    judgement = item.judge(item.read(matched(item, 4, *partners), 4), 4)
    assert (judgement.outcome, judgement.score) == (outcome, pytest.approx(score))


def test_half_a_matching_is_kept():
    item = read_content(MATCHING)
    with pytest.raises(NotAnswered, match="2 are open") as pause:
        item.read(form(**{"match-1": "2", "match-2": "99"}), 4)
    assert [row.chosen for row in item.shown(4, pause.value.draft, revealed=False)["rows"]] == [-1, 2, -1]


def test_the_partners_do_not_tell_whose_they_are():
    item = read_content(MATCHING)
    assert all(row.right == row.why == "" for row in item.shown(4, {}, revealed=False)["rows"])
    assert len({tuple(item.order(seed)) for seed in range(20)}) > 2


def test_a_formula_is_shown_by_its_letter_alone():
    partners = read_content(MATCHING).shown(4, {}, revealed=False)["partners"]
    assert sorted(partner.plain for partner in partners) == ["", "(-1, 1)", "all numbers"]


# Filling in


@pytest.mark.parametrize(
    ("content", "text", "outcome", "reason"),
    [
        (FILL, "s - s^2", "right", ""),
        (FILL, "1 - s*s", "wrong", "that is tanh"),
        (FILL, "s", "wrong", "your formula gives"),
        (FILL, "log(-s)", "wrong", "your formula has no value"),
        (CODE, "x.T@dz", "right", ""),
        (CODE, "x.T.dot( dz )", "right", ""),
        (CODE, "a.T@dz", "wrong", "w"),
        (CODE, "dz @ x", "wrong", ""),
    ],
)
def test_what_is_filled_in_is_judged(content, text, outcome, reason):
    item = read_content(content)
    query = QueryDict(mutable=True)
    query["text"] = text
    judgement = item.judge(item.read(query, 0), 0)
    assert judgement.outcome == outcome
    assert reason in judgement.reason


def test_a_formula_with_a_slip_stays_in_the_form():
    with pytest.raises(NotAnswered, match="At character 5: expected “") as refusal:
        read_content(FILL).read(form(text="s*(1"), 0)
    assert refusal.value.draft == {"text": "s*(1"}


# Predicting the output


def test_the_output_is_found_out_by_running_the_code():
    item = read_content(PREDICT).prepared()
    assert item.made == "[1, 2.5]"
    judged = {text: item.judge({"text": text}, 0) for text in ("[1 2.5]", "[1, 2]", "1 2.5")}
    assert [judgement.outcome for judgement in judged.values()] == ["right", "wrong", "wrong"]
    assert judged["[1, 2]"].reason == "cut"


@pytest.mark.parametrize(
    ("code", "complaint"),
    [
        ("1 / 0", "stops with an error: ZeroDivisionError: division by zero"),
        ("print(", "SyntaxError"),
        ("x = 1", "prints nothing"),
        ("print('x' * 3000)", "more than 2000 characters"),
        ("open('/etc/shadow')", "Error"),
    ],
)
def test_code_that_cannot_be_asked_is_refused(code, complaint):
    with pytest.raises(NotMade, match=complaint) as refusal:
        read_content({"kind": "predict", "code": code}).prepared()
    assert refusal.value.field == "code"


def test_a_wrong_output_that_is_right_is_refused():
    with pytest.raises(ValidationError, match="is what the code prints"):
        read_content(PREDICT | {"wrong": [{"output": "[1 2.5]", "why": "w"}]}).prepared()


def test_the_shipped_outputs_are_what_the_code_prints():
    codes = shipped_code()
    assert codes
    assert locked_outputs() == dict(zip(map(name_of, codes), run_all(codes), strict=True))


# Finding the bug


def test_the_wrong_line_is_what_the_accepted_attempt_has_otherwise():
    item = read_content(FIXED).prepared()
    [place] = item.made.places
    assert item.made.code.split("\n")[place - 1].strip() == "dz = (y - a) / n"
    assert item.made.sentence.startswith("Your gradients point the wrong way")
    assert item.made.sentence not in item.made.code


def test_lines_may_be_named():
    assert read_content(BUG | {"lines": ["dz = (y - a) / n"]}).prepared().made.places == (8,)
    assert read_content(OWN).prepared().made.places == (3, 4)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (BUG | {"lines": ["dz = a"]}, "no line of the code reads: dz = a"),
        (FIXED | {"attempt": "sigmoid-layer-backprop/wrong_answer-numpy-none"}, "there is no attempt"),
        (FIXED | {"fixed": "sigmoid-layer-backprop/accepted-numpy-loops"}, "lines"),
        (FIXED | {"fixed": FIXED["attempt"]}, "0 lines differ"),
    ],
)
def test_a_bug_without_its_line_is_refused(content, complaint):
    with pytest.raises(NotMade, match=complaint):
        read_content(content).prepared()


def test_the_line_chosen_is_judged():
    item = read_content(OWN).prepared()
    assert [item.judge({"line": line}, 0).outcome for line in (1, 3, 4)] == ["wrong", "right", "right"]
    for line in ("", "0", "2", "5", "x"):
        with pytest.raises(NotAnswered, match="Choose a line"):
            item.read(form(line=line), 0)


def test_nothing_tells_the_line_before_it_is_chosen():
    shown = read_content(FIXED).prepared().shown(0, {}, revealed=False)
    assert all(line.wrong is None for line in shown["lines"])
    assert "exercise" not in shown


def test_the_lines_that_differ_from_the_repaired_code_are_the_bug():
    item = read_content(OWN | {"lines": [], "code": "a = 1\nb = a - 1", "repaired": "a = 1\nb = a"}).prepared()
    assert item.judge({"line": 2}, 0).outcome == "right"
    assert item.judge({"line": 1}, 0).outcome == "wrong"


def test_the_repaired_code_shows_only_when_it_may():
    item = read_content(OWN | {"lines": [], "code": "b = a - 1", "repaired": "b = a"}).prepared()
    assert "repaired" not in item.shown(0, {}, revealed=False)
    assert item.shown(0, {"line": 1}, revealed=True)["repaired"] == "b = a"


def test_other_ways_to_write_a_formula_count_as_right():
    item = read_content(FILL | {"accepted": ["s - s^2", "(1 - s)*s"]})
    assert item.judge({"text": "s - s*s"}, 0).outcome == "right"


def test_code_that_needs_pytorch_runs_with_it():
    assert framework_of("import torch\nprint(1)") == "torch"
    assert framework_of("from torch import nn") == "torch"
    assert framework_of("import numpy as np  # not import torch") == "numpy"
