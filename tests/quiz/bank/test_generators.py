import inspect
import math
import re
from pathlib import Path

import numpy as np
import pytest
import yaml

import quiz.bank.generators
from quiz.bank.generators.drawing import is_distinct, matrix, pick, row, show, signed, tenths, tex, variant, whole
from quiz.bank.numeric import Numeric, draw, generators

CONTENT = Path(inspect.getfile(quiz.bank.generators)).parents[1] / "content"
NAMES = sorted(generators)
DRAWS = 1000


@pytest.fixture(scope="module")
def drawn() -> dict[str, list[Numeric]]:
    return {name: [draw(name, seed) for seed in range(DRAWS)] for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_answers_are_finite_numbers(name, drawn):
    assert all(math.isfinite(question.answer) for question in drawn[name])


@pytest.mark.parametrize("name", NAMES)
def test_every_answer_is_accepted_as_right(name, drawn):
    assert all(question.is_right(question.answer) for question in drawn[name])


@pytest.mark.parametrize("name", NAMES)
def test_an_answer_rounded_as_asked_is_right(name, drawn):
    """Three decimals or three significant digits are what the prompts ask for."""
    for question in drawn[name]:
        decimals = "three decimals" in question.prompt
        rounded = round(question.answer, 3) if decimals else float(f"{question.answer:.3g}")
        if decimals or "three significant" in question.prompt:
            assert question.is_right(rounded), question


@pytest.mark.parametrize("name", NAMES)
def test_a_real_answer_that_needs_rounding_says_how(name, drawn):
    for question in drawn[name]:
        if not question.integer and not question.is_right(float(f"{question.answer:.6g}")):
            pytest.fail(f"{question.prompt} has the answer {question.answer}, which nobody would type in full")
        if not question.integer and len(f"{question.answer:.9g}".lstrip("-0.").replace(".", "")) > 6:
            assert re.search("significant|decimals", question.prompt), question


@pytest.mark.parametrize("name", NAMES)
def test_wrong_values_are_told_from_the_answer_and_each_other(name, drawn):
    assert all(is_distinct(question) for question in drawn[name])


@pytest.mark.parametrize("name", NAMES)
def test_wrong_values_are_not_right_and_say_why(name, drawn):
    for question in drawn[name]:
        assert len(question.wrong) >= 2
        for value, why in question.wrong:
            assert not question.is_right(value)
            assert question.misconception(value) == why
            assert len(why) > 15
            assert why[0].isupper() or why[0] in "$0123456789`"


@pytest.mark.parametrize("name", NAMES)
def test_whole_answers_are_whole(name, drawn):
    assert all(question.answer.is_integer() for question in drawn[name] if question.integer)


@pytest.mark.parametrize("name", NAMES)
def test_the_same_seed_gives_the_same_numbers(name, drawn):
    assert [draw(name, seed) for seed in range(5)] == drawn[name][:5]


@pytest.mark.parametrize("name", NAMES)
def test_variants_differ_and_formulas_are_closed(name, drawn):
    assert len({question.prompt for question in drawn[name]}) >= 6
    for question in drawn[name]:
        for text in (question.prompt, question.explanation, *(why for _, why in question.wrong)):
            assert text.count("$") % 2 == 0
            assert text.count("{") == text.count("}")
            assert "np.float" not in text
            assert "nan" not in text.lower().split()


def test_every_generator_stands_behind_an_item():
    questions = [question for path in CONTENT.glob("*.yaml") for question in yaml.safe_load(path.read_text())]
    used = {item.get("generator") for question in questions for item in question["items"]}
    assert set(NAMES) <= used


def test_a_generator_whose_wrong_values_always_clash_is_an_error():
    name = "always_clashes_in_this_test"

    def always_clashes_in_this_test(rng: np.random.Generator) -> Numeric:
        return Numeric("1 + 1?", 2, [(2.0, "the same")])

    try:
        with pytest.raises(ValueError, match="always_clashes_in_this_test found no numbers"):
            variant(always_clashes_in_this_test)(np.random.default_rng(0))
    finally:
        generators.pop(name)


@pytest.mark.parametrize(
    ("wrong", "distinct"),
    [
        ([(2.5, "far")], True),
        ([(2.002, "within the tolerance")], False),
        ([(math.nan, "no number")], False),
        ([(3.0, "one"), (3.001, "nearly the same")], False),
    ],
)
def test_is_distinct(wrong, distinct):
    assert is_distinct(Numeric("1 + 1?", 2.0, wrong)) is distinct


def test_numbers_are_shown_short():
    assert show(0.1 + 0.2) == "0.3"
    assert signed(-2.0) == "(-2)"
    assert signed(2.0) == "2"
    assert tex(6.10352e-5) == r"6.104 \cdot 10^{-5}"
    assert tex(0.23866) == "0.2387"
    assert row([1.0, -0.5]) == r"(1,\ -0.5)"
    assert matrix(np.array([[1, 2], [3, 4]])) == r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}"


def test_draws_stay_within_their_bounds():
    rng = np.random.default_rng(0)
    assert {whole(rng, 1, 3) for _ in range(100)} == {1, 2, 3}
    assert {pick(rng, "ab") for _ in range(100)} == {"a", "b"}
    values = tenths(rng, -2, 2, 500)
    assert 0 not in values
    assert abs(values).max() == pytest.approx(0.2)
