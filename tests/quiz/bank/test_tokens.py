"""Printed output and code are compared by their tokens."""

import pytest

from quiz.bank.tokens import same_output, tokens_of


@pytest.mark.parametrize(
    ("given", "printed"),
    [
        ("[0.5, 0.25]", "[0.5  0.25]"),
        ("(2,3)", "(2, 3)"),
        ("1\n2", "1 2"),
        ("[nan nan]", "[nan nan]"),
        ("NaN", "nan"),
        ("true", "True"),
        ('"a"', "'a'"),
        ("1", "1.0"),
        ("-1.5", "-1.50"),
        ("1.0", "1."),
    ],
)
def test_the_same(given, printed):
    assert same_output(given, printed)


@pytest.mark.parametrize(
    ("given", "printed"),
    [
        ("0.46", "0.5"),
        ("0.27", "0.2689"),
        ("[1 2]", "1 2"),
        ("1 2", "1 2 3"),
        ("", "1"),
        ("0.2691", "0.2689"),
        ("1.4", "1."),
        ("3", "2"),
    ],
)
def test_not_the_same(given, printed):
    assert not same_output(given, printed)


def test_numbers_count_to_the_printed_precision():
    assert same_output("0.26894142", "0.2689")


def test_code_is_the_same_with_other_spaces_and_quotes():
    assert tokens_of("dw=x.T@dz") == tokens_of("dw = x.T @ dz")
    assert tokens_of("a['b']*1.0") == tokens_of('a["b"] * 1')
    assert tokens_of("x.T") != tokens_of("x.t")
