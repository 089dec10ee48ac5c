"""Numeric items, with a fixed answer or with variants drawn by a generator."""

import math
from dataclasses import replace
from functools import lru_cache
from typing import Any, ClassVar, Literal, Self

from django.http import QueryDict
from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, model_validator

import quiz.bank.generators  # noqa: F401  fills the registry
from quiz.bank.items.kind import Judgement, Kind, NotAnswered, Response
from quiz.bank.numeric import LONGEST_ANSWER, NumberError, Numeric, draw, generators, parse_number


class WrongNumber(BaseModel):
    """A value that a known mistake leads to, and the mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    value: float
    why: str = Field(min_length=1, max_length=2000)


class Number(Kind):
    kind: Literal["numeric"] = "numeric"
    label: ClassVar[str] = "Number"

    generator: str = ""
    answer: float | None = Field(None, allow_inf_nan=False)
    tolerance: float | None = Field(None, ge=0, allow_inf_nan=False)
    integer: bool = False
    unit: str = Field("", max_length=20)
    wrong: tuple[WrongNumber, ...] = ()

    @model_validator(mode="after")
    def generator_or_answer(self, info: ValidationInfo) -> Self:
        if self.generator:
            if self.generator not in generators and not (info.context or {}).get("stored"):
                raise ValueError(f"there is no generator called {self.generator}")
            if self.answer is not None or self.prompt or self.wrong:
                raise ValueError("a generator makes the prompt, the answer and the wrong values itself")
        elif self.answer is None or not self.prompt:
            raise ValueError("needs a prompt and an answer, or a generator")
        elif any(self.variant(0).is_right(wrong.value) for wrong in self.wrong):
            raise ValueError("a wrong value counts as the right answer")
        return self

    def variant(self, seed: int) -> Numeric:
        """The numbers that belong to this seed."""
        if self.generator:
            return _drawn(self.generator, seed)
        assert self.answer is not None
        wrong = [(known.value, known.why) for known in self.wrong]
        numbers = Numeric(self.prompt, self.answer, wrong, self.unit, self.integer)
        return numbers if self.tolerance is None else replace(numbers, atol=self.tolerance, rtol=0.0)

    def question(self, seed: int) -> str:
        return self.variant(seed).prompt

    def explained(self, seed: int) -> str:
        return "\n\n".join(filter(None, [self.variant(seed).explanation, self.explanation]))

    def shown(self, seed: int, response: Response, *, revealed: bool) -> dict[str, Any]:
        numbers = self.variant(seed)
        shown: dict[str, Any] = {
            "text": response.get("text", ""),
            "unit": numbers.unit,
            "integer": numbers.integer,
            "longest": LONGEST_ANSWER,
        }
        return shown | {"answer": written(numbers)} if revealed else shown

    def read(self, submitted: QueryDict, seed: int) -> Response:
        text = submitted.get("number", "").replace("\x00", "")
        try:
            return {"text": text.strip(), "value": parse_number(text, self.variant(seed).unit)}
        except NumberError as refusal:
            raise NotAnswered({"text": text[:LONGEST_ANSWER]}, str(refusal)) from refusal

    def judge(self, response: Response, seed: int) -> Judgement:
        numbers = self.variant(seed)
        if numbers.is_right(response["value"]):
            return Judgement("right", 1.0)
        return Judgement("wrong", 0.0, numbers.misconception(response["value"]) or "")

    def searchable(self) -> str:
        return self.prompt or self.generator.replace("_", " ")


@lru_cache(maxsize=2048)
def _drawn(name: str, seed: int) -> Numeric:
    return draw(name, seed)


def written(numbers: Numeric) -> str:
    """The answer as a person would write it: six significant digits, integers in full."""
    answer = numbers.answer
    if not math.isfinite(answer):
        return "no longer known"
    return str(int(answer)) if float(answer).is_integer() and abs(answer) < 1e15 else f"{answer:.6g}"
