"""How a typed number is read or refused, and how it is compared with the answer."""

import numpy as np
import pytest

from quiz.bank.numeric import NumberError, Numeric, draw, generator, generators, parse_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1/4", 0.25),
        ("0.25", 0.25),
        (".25", 0.25),
        ("25 %", 0.25),
        ("25%", 0.25),
        ("2e-3", 0.002),
        ("2E-3", 0.002),
        ("2×10^-3", 0.002),
        ("2·10⁻³", 0.002),
        ("10^-3", 0.001),
        ("1_024", 1024),
        ("1 024", 1024),
        ("1 024 000", 1_024_000),
        ("1,024,000", 1_024_000),
        ("1,024.5", 1024.5),
        ("½", 0.5),
        ("-½", -0.5),
        ("1,5", 1.5),
        ("0,125", 0.125),
        ("−3", -3),
        (" +7 ", 7),
        ("0", 0),
        ("-1/-4", 0.25),
    ],
)
def test_it_reads(text: str, value: float) -> None:
    assert parse_number(text) == pytest.approx(value, rel=1e-15)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("", "Type a number"),
        ("   ", "Type a number"),
        ("nan", "finite"),
        ("-inf", "finite"),
        ("∞", "finite"),
        ("1e999", "too large"),
        ("9" * 61, "longer"),
        ("1e101", "too large"),
        ("1/0", "zero"),
        ("1/2/3", "One fraction bar"),
        ("1,024", "two things"),
        ("1½", "mixed"),
        ("<script>alert(1)</script>", "does not read"),
        ("__import__('os')", "does not read"),
        ("1+1", "does not read"),
        ("0x10", "does not read"),
        ("1__0", "does not read"),
        ("٣", "does not read"),
        ("1e", "does not read"),
        ("1,5,2", "does not read"),
        ("\x00", "does not read"),
    ],
)
def test_it_refuses_with_a_sentence(text: str, word: str) -> None:
    with pytest.raises(NumberError, match=word):
        parse_number(text)


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [("512 bytes", "bytes", 512), ("512", "bytes", 512), ("25 %", "%", 25), ("25", "%", 25), ("3 MiB", "MiB", 3)],
)
def test_its_own_unit_may_be_typed(text: str, unit: str, value: float) -> None:
    assert parse_number(text, unit) == value


def test_integers_are_exact_and_reals_have_a_tolerance() -> None:
    assert not Numeric("", 1000, integer=True).is_right(1000.5)
    assert Numeric("", 1000).is_right(1000.5)
    assert not Numeric("", 1000).is_right(1002)


def test_a_wrong_formula_is_named() -> None:
    question = Numeric("", 1.4286, wrong=[(0.7, "inference rule of classic dropout")])
    assert question.misconception(0.7) == "inference rule of classic dropout"
    assert question.misconception(0.8) is None


@pytest.fixture
def no_generators(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quiz.bank.numeric.generators", {})


@pytest.mark.usefixtures("no_generators")
def test_a_seed_gives_the_same_variant_for_ever() -> None:
    @generator
    def doubled(rng: np.random.Generator) -> Numeric:
        n = int(rng.integers(1, 10**9))
        return Numeric(f"Twice {n}?", 2 * n, integer=True)

    assert draw("doubled", 7) == draw("doubled", 7)
    assert draw("doubled", 7) != draw("doubled", 8)


@pytest.mark.usefixtures("no_generators")
def test_two_generators_of_one_name_are_refused() -> None:
    def same(rng: np.random.Generator) -> Numeric:
        return Numeric("", 1)

    generator(same)
    with pytest.raises(ValueError, match="two generators are called same"):
        generator(same)


def test_the_registry_is_the_one_that_questions_use() -> None:
    assert isinstance(generators, dict)
