"""The kinds of items. A new kind: one class in this package, its name in `KINDS`, one template, one admin form."""

from collections.abc import Mapping
from typing import Any

from quiz.bank.items.bug import Bug
from quiz.bank.items.choice import Multiple, Single
from quiz.bank.items.fill import Fill
from quiz.bank.items.free import Free
from quiz.bank.items.kind import UNKNOWN, Judgement, Kind, NotAnswered, NotMade, Outcome, Response
from quiz.bank.items.matching import Matching
from quiz.bank.items.number import Number
from quiz.bank.items.ordering import Ordering
from quiz.bank.items.predict import Predict

KINDS: dict[str, type[Kind]] = {
    "single": Single,
    "multiple": Multiple,
    "numeric": Number,
    "ordering": Ordering,
    "matching": Matching,
    "fill": Fill,
    "predict": Predict,
    "bug": Bug,
    "free": Free,
}


def read_content(content: Mapping[str, Any], *, stored: bool = False) -> Kind:
    """The item that this content describes; raises pydantic's ValidationError, or UnknownKindError.

    What is `stored` was checked when it was written, and may name a generator that has gone since.
    """
    kind = content.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        raise UnknownKindError(f"kind {kind!r} is unknown: expected one of {', '.join(KINDS)}")
    return KINDS[kind].model_validate(content, context={"stored": stored})


class UnknownKindError(ValueError):
    """The content names no kind of item."""


__all__ = [
    "KINDS",
    "UNKNOWN",
    "Judgement",
    "Kind",
    "NotAnswered",
    "NotMade",
    "Outcome",
    "Response",
    "UnknownKindError",
    "read_content",
]
