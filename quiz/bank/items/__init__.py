"""The kinds of items. A new kind: one class in this package, its name in `KINDS`, one template, one admin form."""

from collections.abc import Mapping
from typing import Any

from quiz.bank.items.choice import Multiple, Single
from quiz.bank.items.free import Free
from quiz.bank.items.kind import UNKNOWN, Judgement, Kind, NotAnswered, Outcome, Response
from quiz.bank.items.number import Number

KINDS: dict[str, type[Kind]] = {"single": Single, "multiple": Multiple, "numeric": Number, "free": Free}


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
    "Outcome",
    "Response",
    "UnknownKindError",
    "read_content",
]
