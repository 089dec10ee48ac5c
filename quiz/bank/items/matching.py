"""Pairs to put together again, with partners too many if the author likes."""

import random
import string
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal, Self

from django.http import QueryDict
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from quiz.bank.items.kind import Judgement, Kind, NotAnswered, Response, place

Text = Annotated[str, StringConstraints(min_length=1, max_length=300)]
MOST_PARTNERS = 12


class Pair(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    left: Text
    right: Text
    why: str = Field("", max_length=2000)


@dataclass(frozen=True)
class ShownPair:
    """One thing that wants a partner: its field's number, the partner chosen, and afterwards the right one."""

    number: int
    text: str
    chosen: int = -1
    chosen_text: str = ""
    right: str = ""
    why: str = ""

    @property
    def correct(self) -> bool:
        return self.chosen_text == self.right


@dataclass(frozen=True)
class Partner:
    place: int
    text: str

    @property
    def letter(self) -> str:
        return string.ascii_uppercase[self.place]

    @property
    def plain(self) -> str:
        """Its text where a list can show it: a formula cannot stand there."""
        return "" if "$" in self.text else self.text.replace("`", "").replace("*", "")


class Matching(Kind):
    kind: Literal["matching"] = "matching"
    label: ClassVar[str] = "Match"

    pairs: tuple[Pair, ...] = Field(min_length=3, max_length=9)
    extra: tuple[Text, ...] = ()

    @model_validator(mode="after")
    def texts_differ(self) -> Self:
        if not self.prompt:
            raise ValueError("the prompt is missing")
        if len({pair.left for pair in self.pairs}) < len(self.pairs):
            raise ValueError("two pairs have the same left side")
        if len(set(self.extra) | {pair.right for pair in self.pairs}) < len(self.partners):
            raise ValueError("an extra partner is there twice, or belongs to a pair")
        if len(self.partners) > MOST_PARTNERS:
            raise ValueError(f"at most {MOST_PARTNERS} partners, these are {len(self.partners)}")
        return self

    @cached_property
    def partners(self) -> list[str]:
        """The right sides, each once, and those that belong to none."""
        return [*dict.fromkeys(pair.right for pair in self.pairs), *self.extra]

    def order(self, seed: int) -> list[int]:
        """The partners' numbers in the order in which this variant shows them."""
        numbers = list(range(len(self.partners)))
        random.Random(seed).shuffle(numbers)
        return numbers

    def shown(self, seed: int, response: Response, *, revealed: bool) -> dict[str, Any]:
        order = self.order(seed)
        matches = response.get("matches", {})
        rows = []
        for number, pair in enumerate(self.pairs):
            partner = matches.get(str(number))
            chosen = -1 if partner is None else order.index(partner)
            text = "" if partner is None else self.partners[partner]
            told = {"right": pair.right, "why": pair.why} if revealed else {}
            rows.append(ShownPair(number, pair.left, chosen, text, **told))
        return {"rows": rows, "partners": [Partner(at, self.partners[number]) for at, number in enumerate(order)]}

    def read(self, submitted: QueryDict, seed: int) -> Response:
        order = self.order(seed)
        given = [place(submitted.get(f"match-{number}"), len(order)) for number in range(len(self.pairs))]
        matches = {str(number): order[position] for number, position in enumerate(given) if position >= 0}
        if missing := len(self.pairs) - len(matches):
            are = "is" if missing == 1 else "are"
            raise NotAnswered({"matches": matches}, f"Choose a partner for each: {missing} {are} open.")
        return {"matches": matches}

    def judge(self, response: Response, seed: int) -> Judgement:
        """Passed if every pair is right; the score is the share of the pairs that are."""
        matches = response["matches"]
        right = sum(
            self.partners[matches[str(number)]] == pair.right
            for number, pair in enumerate(self.pairs)
            if str(number) in matches
        )
        score = right / len(self.pairs)
        if right == len(self.pairs):
            return Judgement("right", 1.0)
        return Judgement("partly" if right else "wrong", score, f"{right} of the {len(self.pairs)} pairs are right.")

    def searchable(self) -> str:
        return " ".join([self.prompt, *(pair.left for pair in self.pairs), *self.partners])
