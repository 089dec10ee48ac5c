"""An item as its template shows it: to be answered, half answered, or answered with its verdict."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from django.core.signing import BadSignature, TimestampSigner, b62_decode
from django.http import QueryDict
from django.utils import timezone

from quiz.bank.items import UNKNOWN, Judgement, NotAnswered, Response
from quiz.bank.models import Answer, Item
from quiz.people.models import User

SEEDS = 2**31
LONGEST_SECONDS = 1800  # after which nobody knows whether the person was still there


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
    check: str = ""  # what the button says instead of “Check”
    draft: str = ""  # the address that keeps what is half answered
    hidden: Mapping[str, str] = field(default_factory=dict)  # more fields of the form

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


def signer(item: Item) -> TimestampSigner:
    return TimestampSigner(salt=f"item-{item.pk}")


def ticket(item: Item, seed: int) -> str:
    """The seed, signed: the form carries the variant that was shown and when, and nobody can choose another."""
    return signer(item).sign(str(seed))


def seed_on(text: str, item: Item) -> int | None:
    """The seed on a ticket for this item, or None if it is not one of ours."""
    try:
        return int(signer(item).unsign(text))
    except BadSignature:
        return None


def seconds_since_shown(text: str, user: User) -> float | None:
    """How long a person took: since this ticket was made, or since their answer to another item on the same page.

    None if the page was open for so long that it says nothing.
    """
    shown = datetime.fromtimestamp(b62_decode(text.split(":")[1]), UTC)  # seed, time, signature
    last = Answer.objects.filter(user=user).values_list("created", flat=True).first()
    seconds = (timezone.now() - max(shown, last or shown)).total_seconds()
    return seconds if 0 <= seconds <= LONGEST_SECONDS else None


def read_response(item: Item, submitted: QueryDict, seed: int) -> Response:
    """The answer in the submitted form; raises NotAnswered."""
    return UNKNOWN if submitted.get("unknown") else item.content.read(submitted, seed)


def draft_in(item: Item, submitted: QueryDict, seed: int) -> Response:
    """What the form shows again when it could not be taken as an answer now."""
    try:
        return item.content.read(submitted, seed)
    except NotAnswered as pause:
        return pause.draft
