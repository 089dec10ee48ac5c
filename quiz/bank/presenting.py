"""An item as its template shows it: to be answered, half answered, or answered with its verdict."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.signing import BadSignature, Signer
from django.http import QueryDict

from quiz.bank.items import UNKNOWN, Judgement, NotAnswered, Response
from quiz.bank.models import Answer, Item

SEEDS = 2**31


@dataclass(frozen=True)
class Presented:
    """One item with all that `bank/_item.html` needs. Without a judgement nothing in it tells the answer."""

    item: Item
    seed: int
    action: str
    response: Response = field(default_factory=dict)
    judgement: Judgement | None = None
    refusal: str = ""
    skip: str = ""

    @classmethod
    def answered(cls, answer: Answer, **more: Any) -> "Presented":
        """The item with the verdict on this answer."""
        return cls(answer.item, answer.seed, "", answer.response, answer.judgement, **more)

    @property
    def prompt(self) -> str:
        return self.item.content.question(self.seed)

    @property
    def explanation(self) -> str:
        return self.item.content.explained(self.seed) if self.judgement else ""

    @property
    def parts(self) -> Mapping[str, Any]:
        return self.item.content.shown(self.seed, self.response, revealed=self.judgement is not None)

    @property
    def ticket(self) -> str:
        return ticket(self.item, self.seed)


def new_seed() -> int:
    """A seed for a variant that nobody can guess."""
    return secrets.randbelow(SEEDS)


def ticket(item: Item, seed: int) -> str:
    """The seed, signed: the form carries the variant that was shown, and nobody can choose another."""
    return Signer(salt=f"item-{item.pk}").sign(str(seed))


def seed_on(text: str, item: Item) -> int | None:
    """The seed on a ticket for this item, or None if it is not one of ours."""
    try:
        return int(Signer(salt=f"item-{item.pk}").unsign(text))
    except BadSignature:
        return None


def read_response(item: Item, submitted: QueryDict, seed: int) -> Response:
    """The answer in the submitted form; raises NotAnswered."""
    return UNKNOWN if submitted.get("unknown") else item.content.read(submitted, seed)


def draft_in(item: Item, submitted: QueryDict, seed: int) -> Response:
    """What the form shows again when it could not be taken as an answer now."""
    try:
        return item.content.read(submitted, seed)
    except NotAnswered as pause:
        return pause.draft
