"""A formula or a piece of code to fill in. Formulas are equal if their values are; code if its tokens are."""

from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal, Self

import numpy as np
from django.http import QueryDict
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from quiz.bank.expressions import (
    FUNCTIONS,
    LONGEST_EXPRESSION,
    OF_SEVERAL,
    ExpressionError,
    Formula,
    first_difference,
    parse_expression,
    points,
    values_at,
)
from quiz.bank.items.kind import Judgement, Kind, NotAnswered, Response
from quiz.bank.tokens import tokens_of

Text = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_EXPRESSION)]


class WrongText(BaseModel):
    """What a known mistake writes, and the mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    text: Text
    why: str = Field(min_length=1, max_length=2000)


class Fill(Kind):
    """Either a `formula` in `variables`, each with the range from which its values are drawn, or `accepted` code.

    With a formula, `accepted` are other ways to write it, which must come to the same values."""

    kind: Literal["fill"] = "fill"
    label: ClassVar[str] = "Fill in"

    formula: str = Field("", max_length=LONGEST_EXPRESSION)
    variables: dict[str, tuple[float, float]] = Field({}, max_length=6)
    accepted: tuple[Text, ...] = Field((), max_length=20)
    wrong: tuple[WrongText, ...] = ()

    @model_validator(mode="after")
    def answers_can_be_told_apart(self) -> Self:
        if not self.prompt:
            raise ValueError("the prompt is missing")
        if not (self.formula or self.accepted) or bool(self.formula) != bool(self.variables):
            raise ValueError("needs either a formula and its variables, or the accepted texts")
        for name, (low, high) in self.variables.items():
            if not name.isidentifier() or name in FUNCTIONS or name in OF_SEVERAL:
                raise ValueError(f"variables: {name} cannot be the name of a variable")
            if not (np.isfinite([low, high]).all() and low < high):
                raise ValueError(f"variables: {name}: expected a smaller and a larger number")
        if self.formula and not np.isfinite(values_at(self._read(self.formula), self.points)).all():
            raise ValueError("the formula has no finite value somewhere in the range of its variables")
        for other in self.accepted:
            if not self._is_right(other):
                raise ValueError(f"accepted: {other} is not equal to the formula")
        for known in self.wrong:
            if self._is_right(known.text):
                raise ValueError(f"wrong: {known.text} counts as the right answer")
        return self

    @cached_property
    def points(self) -> dict[str, Any]:
        return points(self.variables)

    def _read(self, text: str) -> Formula:
        return parse_expression(text, self.variables)

    def _same(self, text: str, other: str) -> bool:
        if self.formula:
            return first_difference(self._read(text), self._read(other), self.points) is None
        return tokens_of(text) == tokens_of(other)

    def _is_right(self, text: str) -> bool:
        return any(self._same(text, right) for right in ((self.formula,) if self.formula else self.accepted))

    def shown(self, seed: int, response: Response, *, revealed: bool) -> dict[str, Any]:
        shown: dict[str, Any] = {
            "text": response.get("text", ""),
            "longest": LONGEST_EXPRESSION,
            "variables": list(self.variables),
        }
        return shown | {"answer": self.formula or self.accepted[0]} if revealed else shown

    def read(self, submitted: QueryDict, seed: int) -> Response:
        text = submitted.get("text", "").replace("\x00", "").strip()
        draft = {"text": text[:LONGEST_EXPRESSION]}
        if not text:
            raise NotAnswered(draft, "Write something first, or “I don't know”.")
        if len(text) > LONGEST_EXPRESSION:
            raise NotAnswered(draft, f"That is longer than {LONGEST_EXPRESSION} characters.")
        if self.formula:
            try:
                self._read(text)
            except ExpressionError as refusal:
                raise NotAnswered(draft, str(refusal)) from refusal
        return {"text": text}

    def judge(self, response: Response, seed: int) -> Judgement:
        text = response["text"]
        if self._is_right(text):
            return Judgement("right", 1.0)
        known = next((known.why for known in self.wrong if self._same(text, known.text)), "")
        return Judgement("wrong", 0.0, known or self._counterexample(text))

    def _counterexample(self, text: str) -> str:
        """Where the formula goes wrong, in numbers."""
        if not self.formula:
            return ""
        given, wanted = self._read(text), self._read(self.formula)
        at = first_difference(given, wanted, self.points)
        place = ", ".join(f"`{name} = {values[at]:.4g}`" for name, values in self.points.items())
        found, right = values_at(given, self.points)[at], values_at(wanted, self.points)[at]
        if not np.isfinite(found):
            return f"At {place} your formula has no value; the right one gives `{right:.4g}`."
        return f"At {place} your formula gives `{found:.6g}`; the right one gives `{right:.6g}`."
