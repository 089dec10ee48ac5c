"""Formulas as people type them: what is read, what is refused with which sentence, what counts as equal."""

import pytest

from quiz.bank.expressions import ExpressionError, first_difference, parse_expression, points, values_at

VALUES = points({"x": (0.5, 2.0), "s": (0.1, 0.9)})


def same(left, right):
    return first_difference(parse_expression(left, VALUES), parse_expression(right, VALUES), VALUES) is None


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("s*(1-s)", "s - s^2"),
        ("s(1-s)", "s - s**2"),
        ("s − s²", "s·(1 − s)"),
        ("-x^2", "-(x*x)"),
        ("2^-x", "exp(-x ln(2))"),
        ("2^3^2", "512"),
        ("1 - 2 - 3", "-4"),
        ("8/4/2", "1"),
        ("2x + .5", "x + x + 1/2"),
        ("1/(1+e^(-x))", "sigmoid(x)"),
        ("σ(x)", "(1 + tanh(x/2))/2"),
        ("max(0, x, -x)", "abs(x)"),
        ("relu(x) - relu(-x)", "x"),
        ("log(exp(x))", "x"),
        ("1e2", "100"),
        ("sqrt(x)*sqrt(x)", "x"),
        ("[x + 1] * {2}", "2x + 2"),
        ("sin(pi)", "0"),
    ],
)
def test_equal_by_value(left, right):
    assert same(left, right)


@pytest.mark.parametrize(
    ("left", "right"), [("s*(1-s)", "s*(1+s)"), ("x", "abs(x)+1e-6"), ("-x^2", "(-x)^2"), ("log(0-x)", "x")]
)
def test_not_equal(left, right):
    assert not same(left, right)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Write a formula first"),
        ("s*(1-s", "At character 7: expected “)”, found the end"),
        ("s*)", "At character 3: expected a number, a name"),
        ("2 + * 3", "At character 5: expected a number"),
        ("q + 1", "“q” at character 1 is not known here. Known are: x, s, exp"),
        ("exp x", "At character 5: expected “(” after exp"),
        ("exp(x, s)", "exp takes one argument; here it has 2"),
        ("max(x)", "two or more arguments"),
        ("x; s", "“;” at character 2 has no meaning"),
        ("__import__('os')", "“'” at character 12 has no meaning"),
        ("x.real", "“.” at character 2 has no meaning"),
        ("1/2x", "write * or brackets"),
        ("x 2", "At character 3: expected an operator"),
        ("(" * 31 + "x" + ")" * 31, "More than 30 brackets"),
        ("x+" * 200, "longer than 200 characters"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_place(text, sentence):
    with pytest.raises(ExpressionError) as refusal:
        parse_expression(text, VALUES)
    assert sentence in str(refusal.value)


def test_a_huge_power_takes_no_time():
    assert not values_at(parse_expression("9^9^9^9^9", VALUES), VALUES).max() < float("inf")


def test_a_name_of_a_variable_comes_before_a_constant():
    assert (
        first_difference(parse_expression("e", {"e"}), parse_expression("e + 1 - 1", {"e"}), points({"e": (0, 1)}))
        is None
    )


@pytest.mark.parametrize("text", ["9**9**9**9**9", "1e308*1e308", "-1e308*1e308", "s/0", "log(0*s)"])
def test_what_has_no_finite_value_equals_nothing_finite(text):
    assert not same(text, "2*s")
