"""Steps to put in order. The order may be partial: then only the pairs that matter are judged."""

import random
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal, Self

from django.http import QueryDict
from pydantic import Field, StringConstraints, model_validator

from quiz.bank.items.kind import Judgement, Kind, NotAnswered, Response, place

Text = Annotated[str, StringConstraints(min_length=1, max_length=300)]


@dataclass(frozen=True)
class ShownStep:
    """One step: in the form with the number of its field and the place given so far, afterwards with its verdict."""

    text: str
    number: int = 0
    place: int = 0
    misplaced: bool = False


class Ordering(Kind):
    """`steps` stand in a right order. `before` names the pairs of them that matter; without it, every pair does."""

    kind: Literal["ordering"] = "ordering"
    label: ClassVar[str] = "Put in order"

    steps: tuple[Text, ...] = Field(min_length=3, max_length=9)
    before: tuple[tuple[int, int], ...] = ()

    @model_validator(mode="after")
    def steps_are_in_order(self) -> Self:
        if not self.prompt:
            raise ValueError("the prompt is missing")
        if len(set(self.steps)) < len(self.steps):
            raise ValueError("two steps have the same text")
        for first, second in self.before:
            if not 1 <= first < second <= len(self.steps):
                raise ValueError(
                    f"before: {first} {second}: expected two numbers of steps, the smaller one first, "
                    "since the steps stand in a right order"
                )
        return self

    @cached_property
    def edges(self) -> frozenset[tuple[int, int]]:
        """All pairs of steps of which the first must come before the second, from 0."""
        count = len(self.steps)
        if not self.before:
            return frozenset((first, second) for first in range(count) for second in range(first + 1, count))
        after = {first: {second - 1 for one, second in self.before if one - 1 == first} for first in range(count)}
        for first in reversed(range(count)):
            after[first] |= {third for second in after[first] for third in after[second]}
        return frozenset((first, second) for first, later in after.items() for second in later)

    @property
    def is_partial(self) -> bool:
        return len(self.edges) < len(self.steps) * (len(self.steps) - 1) // 2

    def violated(self, order: list[int]) -> list[tuple[int, int]]:
        """The pairs that stand the wrong way round, nearest first."""
        at = {step: position for position, step in enumerate(order)}
        wrong = [(first, second) for first, second in self.edges if at[first] > at[second]]
        return sorted(wrong, key=lambda pair: (pair[1] - pair[0], pair))

    def order(self, seed: int) -> list[int]:
        """The steps' numbers in the order in which this variant shows them, which is never a right one."""
        rng = random.Random(seed)
        order = list(range(len(self.steps)))
        while not self.violated(order):
            rng.shuffle(order)
        return order

    def shown(self, seed: int, response: Response, *, revealed: bool) -> dict[str, Any]:
        if revealed:
            order = self._given(response)
            misplaced = {step for pair in self.violated(order) for step in pair} if order else set()
            given = [ShownStep(self.steps[step], misplaced=step in misplaced) for step in order]
            return {"given": given, "steps": self.steps, "partial": self.is_partial}
        places = response.get("places", {})
        rows = [
            ShownStep(self.steps[step], number, int(places.get(str(step), 0)))
            for number, step in enumerate(self.order(seed))
        ]
        count = len(rows)
        rows.sort(key=lambda row: row.place or count + 1)
        return {"rows": rows, "places": range(1, count + 1)}

    def read(self, submitted: QueryDict, seed: int) -> Response:
        count = len(self.steps)
        places = {}
        for number, step in enumerate(self.order(seed)):
            if (given := place(submitted.get(f"place-{number}"), count + 1)) > 0:
                places[str(step)] = given
        draft: Response = {"places": places}
        if missing := count - len(places):
            raise NotAnswered(draft, f"Give each step its place: {missing} {'is' if missing == 1 else 'are'} open.")
        if twice := [number for number in range(1, count + 1) if list(places.values()).count(number) > 1]:
            raise NotAnswered(draft, f"Place {twice[0]} is given twice: each step has a place of its own.")
        return draft

    def _given(self, response: Response) -> list[int]:
        """The steps' numbers in the order of the answer; none if there is no answer."""
        places = response.get("places", {})
        return sorted(range(len(self.steps)), key=lambda step: int(places[str(step)])) if places else []

    def judge(self, response: Response, seed: int) -> Judgement:
        """Passed without a pair that stands the wrong way round; the score is the share of those that do not."""
        wrong = self.violated(self._given(response))
        if not wrong:
            return Judgement("right", 1.0)
        score = 1 - len(wrong) / len(self.edges)
        first, second = (self.steps[step] for step in wrong[0])
        pairs = "pair stands" if len(wrong) == 1 else "pairs stand"
        reason = f"{len(wrong)} {pairs} the wrong way round. “{first}” comes before “{second}”."
        return Judgement("partly" if score else "wrong", score, reason)

    def searchable(self) -> str:
        return " ".join([self.prompt, *self.steps])
