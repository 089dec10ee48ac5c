"""Single and multiple choice. Options are shown in an order drawn from the seed; answers name them as authored."""

import random
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Literal, Self

from django.http import QueryDict
from pydantic import BaseModel, ConfigDict, Field, model_validator

from quiz.bank.items.kind import Judgement, Kind, NotAnswered, Response, place


class Option(BaseModel):
    """One option: a wrong one says why it is wrong, a right one may say why it is right."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    text: str = Field(min_length=1, max_length=1000)
    correct: bool = False
    why: str = Field("", max_length=2000)

    @model_validator(mode="after")
    def wrong_ones_say_why(self) -> Self:
        if not self.correct and not self.why:
            raise ValueError("a wrong option needs `why`: the reason that is shown to who chose it")
        return self


@dataclass(frozen=True)
class ShownOption:
    place: int
    text: str
    chosen: bool
    correct: bool | None = None
    why: str = ""

    @property
    def missed(self) -> bool:
        return bool(self.correct) and not self.chosen


class Choice(Kind):
    options: tuple[Option, ...] = Field(min_length=2, max_length=9)
    shuffle: bool = True

    @model_validator(mode="after")
    def options_differ(self) -> Self:
        if len({option.text for option in self.options}) < len(self.options):
            raise ValueError("two options have the same text")
        if not self.prompt:
            raise ValueError("the prompt is missing")
        return self

    @property
    def correct(self) -> set[int]:
        return {number for number, option in enumerate(self.options) if option.correct}

    def order(self, seed: int) -> list[int]:
        """The options' numbers in the order in which this variant shows them."""
        numbers = list(range(len(self.options)))
        if self.shuffle:
            random.Random(seed).shuffle(numbers)
        return numbers

    def shown(self, seed: int, response: Response, *, revealed: bool) -> dict[str, Any]:
        chosen = set(response.get("chosen", ()))
        options = []
        for position, number in enumerate(self.order(seed)):
            option = self.options[number]
            hidden = ShownOption(position, option.text, number in chosen)
            options.append(replace(hidden, correct=option.correct, why=option.why) if revealed else hidden)
        return {"options": options}

    def read(self, submitted: QueryDict, seed: int) -> Response:
        order = self.order(seed)
        places = {place(text, len(order)) for text in submitted.getlist("option")} - {-1}
        if not places:
            raise NotAnswered({}, "Choose an option first, or “I don't know”.")
        return {"chosen": sorted(order[position] for position in places)}

    def searchable(self) -> str:
        return " ".join([self.prompt, *(option.text for option in self.options)])


class Single(Choice):
    kind: Literal["single"] = "single"
    label: ClassVar[str] = "Single choice"

    @model_validator(mode="after")
    def one_is_right(self) -> Self:
        if len(self.correct) != 1:
            raise ValueError(f"a single choice has one correct option, this one has {len(self.correct)}")
        return self

    def read(self, submitted: QueryDict, seed: int) -> Response:
        response = super().read(submitted, seed)
        if len(response["chosen"]) > 1:
            raise NotAnswered(response, "Choose one option only.")
        return response

    def judge(self, response: Response, seed: int) -> Judgement:
        right = set(response["chosen"]) == self.correct
        return Judgement("right" if right else "wrong", float(right))


class Multiple(Choice):
    kind: Literal["multiple"] = "multiple"
    label: ClassVar[str] = "Several choices"

    @model_validator(mode="after")
    def some_are_right(self) -> Self:
        if not self.correct:
            raise ValueError("none of the options is correct")
        return self

    def judge(self, response: Response, seed: int) -> Judgement:
        """Passed by the exact set only; the score counts right ticks minus wrong ones."""
        chosen = set(response["chosen"])
        if chosen == self.correct:
            return Judgement("right", 1.0)
        hits, slips = len(chosen & self.correct), len(chosen - self.correct)
        score = max(0.0, (hits - slips) / len(self.correct))
        return Judgement("partly" if score else "wrong", score, self._counted(hits, slips))

    def _counted(self, hits: int, slips: int) -> str:
        wrong = f", and {slips} wrong one{'s' * (slips > 1)}" if slips else ""
        return f"You found {hits} of the {len(self.correct)} right options{wrong}."
