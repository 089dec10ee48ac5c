"""Formulas that people type: read by a small parser of our own, and compared by their values at random points."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

LONGEST_EXPRESSION = 200
DEEPEST = 30
POINTS = 20
RTOL, ATOL = 1e-9, 1e-12

Array = NDArray[np.float64]
Values = Mapping[str, Array]
Formula = Callable[[Values], Array]  # the formula's values, from those of its variables

_TOKEN = re.compile(
    r"(?P<number>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)|(?P<name>[^\W\d²³][^\W²³]*)|(?P<sign>\*\*|[-+*/^(),²³])"
)
_SIGNS = str.maketrans(
    {"−": "-", "–": "-", "×": "*", "·": "*", "⋅": "*", "÷": "/", "[": "(", "]": ")", "{": "(", "}": ")"}
)
_CONSTANTS = {"pi": np.pi, "π": np.pi, "e": np.e}
_POWERS = {"²": 2.0, "³": 3.0}


def _sigmoid(x: Array) -> Array:
    return 1 / (1 + np.exp(-x))


def _relu(x: Array) -> Array:
    return np.maximum(x, 0)


def _softplus(x: Array) -> Array:
    return np.logaddexp(0, x)


FUNCTIONS: dict[str, Callable[[Array], Array]] = {
    "exp": np.exp, "log": np.log, "ln": np.log, "log2": np.log2, "sqrt": np.sqrt, "abs": np.abs, "sign": np.sign,
    "sin": np.sin, "cos": np.cos, "sinh": np.sinh, "cosh": np.cosh, "tanh": np.tanh,
    "sigmoid": _sigmoid, "σ": _sigmoid, "relu": _relu, "softplus": _softplus,
}  # fmt: skip
OF_SEVERAL: dict[str, Callable[[Array, Array], Array]] = {"max": np.maximum, "min": np.minimum}


class ExpressionError(ValueError):
    """What was typed is no formula; the text is a sentence for the person who typed it, with the place."""


@dataclass(frozen=True)
class _Token:
    kind: str
    text: str
    place: int  # counted from 1, as people do


def parse_expression(text: str, variables: Collection[str]) -> Formula:
    """The formula that was typed, in these variables; raises ExpressionError."""
    if not text.strip():
        raise ExpressionError("Write a formula first.")
    if len(text) > LONGEST_EXPRESSION:
        raise ExpressionError(f"That is longer than {LONGEST_EXPRESSION} characters: simplify it.")
    return _Parser(_tokens(text.translate(_SIGNS)), variables).whole()


def _tokens(text: str) -> list[_Token]:
    tokens = []
    place = 0
    while place < len(text):
        if text[place].isspace():
            place += 1
            continue
        found = _TOKEN.match(text, place)
        if found is None or found.lastgroup is None:
            raise ExpressionError(f"“{text[place]}” at character {place + 1} has no meaning in a formula here.")
        tokens.append(_Token(found.lastgroup, found.group(), place + 1))
        place = found.end()
    return [*tokens, _Token("end", "", len(text) + 1)]


class _Parser:
    """Recursive descent: sum, product, sign, power, atom. Each method gives the formula that it has read."""

    def __init__(self, tokens: list[_Token], variables: Collection[str]) -> None:
        self.tokens, self.variables = tokens, variables
        self.at = self.depth = 0

    @property
    def next(self) -> _Token:
        return self.tokens[self.at]

    def taken(self, *texts: str) -> str:
        """The next sign if it is one of these, which is then behind us; otherwise nothing."""
        if self.next.kind != "sign" or self.next.text not in texts:
            return ""
        self.at += 1
        return self.tokens[self.at - 1].text

    def refuse(self, expected: str) -> ExpressionError:
        found = f"“{self.next.text}”" if self.next.text else "the end"
        return ExpressionError(f"At character {self.next.place}: expected {expected}, found {found}.")

    def whole(self) -> Formula:
        formula = self.sum()
        if self.next.kind != "end":
            raise self.refuse("an operator such as + or *")
        return formula

    def sum(self) -> Formula:
        self.depth += 1
        if self.depth > DEEPEST:
            raise ExpressionError(f"More than {DEEPEST} brackets inside each other: simplify it.")
        formula = self.product()
        while sign := self.taken("+", "-"):
            formula = _joined(sign, formula, self.product())
        self.depth -= 1
        return formula

    def product(self) -> Formula:
        formula = self.signed()
        divided = False
        while True:
            if sign := self.taken("*", "/"):
                formula, divided = _joined(sign, formula, self.signed()), sign == "/"
            elif self.next.kind == "name" or self.next.text == "(":
                if divided:
                    raise ExpressionError(
                        f"At character {self.next.place}: write * or brackets, so that it is clear what is divided."
                    )
                formula = _joined("*", formula, self.power())
            else:
                return formula

    def signed(self) -> Formula:
        negative = False
        while sign := self.taken("+", "-"):
            negative ^= sign == "-"
        formula = self.power()
        return (lambda values: -formula(values)) if negative else formula

    def power(self) -> Formula:
        formula = self.atom()
        if sign := self.taken(*_POWERS):
            return _joined("^", formula, _constant(_POWERS[sign]))
        return _joined("^", formula, self.signed()) if self.taken("^", "**") else formula

    def atom(self) -> Formula:
        token = self.next
        if self.taken("("):
            return self.closed(self.sum())
        if token.kind not in ("number", "name"):
            raise self.refuse("a number, a name or “(”")
        self.at += 1
        return _constant(float(token.text)) if token.kind == "number" else self.named(token)

    def closed(self, formula: Formula) -> Formula:
        if not self.taken(")"):
            raise self.refuse("“)”")
        return formula

    def named(self, token: _Token) -> Formula:
        name = token.text
        if name in self.variables:
            return lambda values: values[name]
        if name in FUNCTIONS or name in OF_SEVERAL:
            return self.called(name)
        if name in _CONSTANTS:
            return _constant(_CONSTANTS[name])
        known = ", ".join([*self.variables, *FUNCTIONS, *OF_SEVERAL])
        raise ExpressionError(f"“{name}” at character {token.place} is not known here. Known are: {known}.")

    def called(self, name: str) -> Formula:
        if not self.taken("("):
            raise self.refuse(f"“(” after {name}")
        arguments = [self.sum()]
        while self.taken(","):
            arguments.append(self.sum())
        if name in FUNCTIONS and len(arguments) > 1:
            raise ExpressionError(f"{name} takes one argument; here it has {len(arguments)}.")
        if name in OF_SEVERAL and len(arguments) < 2:
            raise ExpressionError(f"{name} takes two or more arguments, with commas between them.")
        return self.closed(_call(name, arguments))


def _constant(number: float) -> Formula:
    return lambda values: np.float64(number) + np.zeros(POINTS)


def _joined(sign: str, left: Formula, right: Formula) -> Formula:
    operation = {"+": np.add, "-": np.subtract, "*": np.multiply, "/": np.divide}.get(sign, np.power)
    return lambda values: operation(left(values), right(values))


def _call(name: str, arguments: list[Formula]) -> Formula:
    def value(values: Values) -> Array:
        result = arguments[0](values)
        if name in FUNCTIONS:
            return FUNCTIONS[name](result)
        for argument in arguments[1:]:
            result = OF_SEVERAL[name](result, argument(values))
        return result

    return value


def points(ranges: Mapping[str, tuple[float, float]]) -> dict[str, Array]:
    """Random values of the variables, the same each time, at which formulas are compared."""
    rng = np.random.default_rng(20)
    return {name: rng.uniform(low, high, POINTS) for name, (low, high) in ranges.items()}


def values_at(formula: Formula, values: Values) -> Array:
    """The formula's value at each point; where it has none, not a finite number."""
    with np.errstate(all="ignore"):
        return np.asarray(formula(values), dtype=np.float64)


def first_difference(formula: Formula, wanted: Formula, values: Values) -> int | None:
    """The first point at which the two have different values, or None if they are equal everywhere."""
    found, right = values_at(formula, values), values_at(wanted, values)
    scale = np.maximum(np.abs(found), np.abs(right))
    with np.errstate(invalid="ignore", over="ignore"):
        near = np.abs(found - right) <= RTOL * scale + ATOL * max(1.0, np.max(np.abs(right)))
    equal = (found == right) | (near & np.isfinite(scale))  # next to infinity everything would be near
    return None if equal.all() else int(np.argmin(equal))
