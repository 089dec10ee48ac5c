"""The proof of the bank: each check finds what it is for."""

import shutil

import pytest
import yaml

from grader import Grader, Sandbox
from quiz.bank.items import read_content
from quiz.bank.numeric import Numeric, generators
from quiz.bank.proof import (
    CONTENT,
    Finding,
    answers_explained,
    answers_judged,
    formulas_shown,
    lengths_compared,
    links_followed,
    numbers_drawn,
    outputs_run,
    prove_bank,
    sources_named,
)
from quiz.bank.repairs import RepairError, grade_repair
from quiz.bank.shipped import Bank, read_bank

ENTRY = {
    "slug": "a-question",
    "topic": "foundations",
    "title": "What?",
    "difficulty": "easy",
    "explanation": "Because.",
    "sources": ["Rosenblatt 1958, The perceptron, Psychological Review 65, pages 386-408"],
}
SINGLE = {
    "kind": "single",
    "prompt": "Which?",
    "options": [
        {"text": "The right one, and quite a long one", "correct": True},
        {"text": "Another", "why": "Because it is wrong here."},
    ],
}


@pytest.fixture(scope="module")
def sandbox():
    with Sandbox(profiles=("numpy", "author"), prepared=1) as sandbox:
        yield sandbox


@pytest.fixture
def bank(tmp_path):
    """Makes a bank of one question with these items."""

    def make(*items: dict, **changes) -> Bank:
        entry = ENTRY | changes | {"items": list(items) or [SINGLE]}
        (tmp_path / "foundations.yaml").write_text(yaml.safe_dump([entry]), encoding="utf-8")
        return read_bank(tmp_path)

    return make


def test_the_shipped_bank_is_proven_but_for_what_runs():
    """Outputs and repairs run in the sandbox, and take a minute: `manage.py check_content` does that."""
    bank = read_bank(CONTENT)
    quick = [answers_judged, links_followed, sources_named, answers_explained, formulas_shown, lengths_compared]
    assert [problem for check in quick for problem in check(bank).problems] == []
    assert numbers_drawn(bank, 20).problems == ()
    assert len(bank.items) >= 860


def test_content_that_cannot_be_read_is_the_only_finding(tmp_path, sandbox):
    shutil.copy(CONTENT / "initialisation.yaml", tmp_path / "initialisation.yaml")
    (tmp_path / "foundations.yaml").write_text("- slug: Wrong Slug\n")
    [finding] = prove_bank(Grader(sandbox), directory=tmp_path)
    assert not finding.proven
    assert any("foundations.yaml:1" in problem for problem in finding.problems)


def test_a_wrong_output_is_found_by_running(bank, sandbox):
    good = {"kind": "predict", "code": "print(6 * 7)", "explanation": "Six times seven."}
    problems = outputs_run(bank(good), sandbox).problems
    assert "prints '42', outputs.json says None" in problems[0]
    assert any("belongs to no item" in problem for problem in problems[1:])


def test_an_exercise_that_is_not_there_is_found(bank):
    assert links_followed(bank(exercises=["no-such-exercise"])).problems == (
        "a-question: exercise no-such-exercise is not there",
    )


@pytest.mark.parametrize(
    ("text", "missing"),
    [("See [that](/nowhere/).", "/nowhere/"), ("As `nnref.numpy.no_such_function` does.", "nnref.no_such_function")],
)
def test_a_dead_link_in_a_text_is_found(bank, text, missing):
    assert links_followed(bank(explanation=text)).problems == (f"a-question: {missing} is not there",)


def test_living_links_are_let_through(bank):
    text = "See [the questions](/questions/) and `nnref.numpy.softmax`."
    assert links_followed(bank(explanation=text)) == Finding("links followed", 2)


def test_a_source_without_a_year_is_found(bank):
    assert "no year" in sources_named(bank(sources=["Somebody, somewhere"])).problems[0]


def test_sources_that_name_no_place_are_found(bank):
    assert "no source names a section" in sources_named(bank(sources=["Rosenblatt 1958, The perceptron"])).problems[0]


def test_an_answer_without_a_reason_is_found(bank):
    ordering = {"kind": "ordering", "prompt": "Order?", "steps": ["a", "b", "c"]}
    assert answers_explained(bank(ordering)).problems == ("a-question/1: nothing says why the answer is right",)
    assert answers_explained(bank(ordering | {"explanation": "One after the other."})).proven


def test_a_formula_that_cannot_be_shown_is_found(bank):
    assert "a-question" in formulas_shown(bank(explanation=r"This is $\frac{1$ only.")).problems[0]


def test_right_options_that_are_always_the_longest_are_found(bank):
    assert "in 100% of the single choices" in lengths_compared(bank()).problems[0]


def test_a_generator_that_goes_wrong_for_some_seeds_is_found(bank):
    def wrong_at_times(rng):
        return Numeric("How many?", float("inf") if rng.random() < 0.1 else 1.0, [(2.0, "You counted one twice.")])

    generators["wrong_at_times"] = wrong_at_times
    try:
        problems = numbers_drawn(bank({"kind": "numeric", "generator": "wrong_at_times"}), 100).problems
    finally:
        del generators["wrong_at_times"]
    assert any("wrong_at_times, seed" in problem and "not finite" in problem for problem in problems)
    assert any("no item draws from it" in problem for problem in problems), "the other generators"


BUG = {"kind": "bug", "code": "def f(x):\n    return x + 1", "repaired": "def f(x):\n    return x"}


def test_a_bug_that_changes_nothing_is_refused(sandbox):
    item = read_content(BUG | {"probe": "print(f(1) > 0)"}).prepared()
    with pytest.raises(RepairError, match="the same is printed"):
        grade_repair(Grader(sandbox), item)


def test_a_bug_that_shows_is_taken(sandbox):
    grade_repair(Grader(sandbox), read_content(BUG | {"probe": "print(f(1) == 1)"}).prepared())


def test_a_bug_of_an_exercise_is_graded_by_it(sandbox):
    wrong = {
        "kind": "bug",
        "attempt": "relu/wrong_answer-numpy-leaky",
        "lines": ["return np.where(x > 0, x, 0.01 * x)"],
    }
    grade_repair(Grader(sandbox), read_content(wrong))
    accepted = next(
        path.stem for path in sorted((CONTENT.parents[2] / "exercises/content/relu/attempts").glob("acc*numpy*"))
    )
    with pytest.raises(RepairError, match="gets the verdict accepted"):
        grade_repair(Grader(sandbox), read_content(wrong | {"attempt": f"relu/{accepted}"}))


def test_a_bug_that_nothing_proves_is_refused(sandbox):
    item = read_content({"kind": "bug", "code": "a = 1\nb = 2", "lines": ["b = 2"]})
    with pytest.raises(RepairError, match="nothing proves the bug"):
        grade_repair(Grader(sandbox), item)
