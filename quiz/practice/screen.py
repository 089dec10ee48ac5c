"""One screen of a session: the step, where it stands among the others, and what comes next."""

import secrets
from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse

from quiz.bank.items import UNKNOWN
from quiz.bank.presenting import Presented
from quiz.practice.exercise_steps import Attempts, attempts_at
from quiz.practice.models import Entry

SIGNS = {"right": "✓", "partly": "◐", "wrong": "✗", "unknown": "?", "rated": "✎", "given": "•", "left": "–"}
WORDS = {
    "partly": "partly right",
    "unknown": "not known",
    "": "open",
    "given": "answered",
    "left": "not solved",
    "ahead": "to come",
}
STEP = ("position", "exercise", "submission", "settled", "answer__outcome")  # what a mark is made from


@dataclass(frozen=True)
class Mark:
    """One step in the progress strip; without a position it is still to come."""

    position: int | None
    outcome: str
    current: bool = False

    @property
    def sign(self) -> str:
        return SIGNS.get(self.outcome, "")

    @property
    def word(self) -> str:
        return WORDS.get(self.outcome, self.outcome)


def outcome_of(row: dict[str, object], tells: bool) -> str:
    """The word for how a step went, as far as it may be told."""
    if row["exercise"]:
        return "right" if row["submission"] else "left" if row["settled"] else ""
    if tells and row["answer__outcome"]:
        return str(row["answer__outcome"])
    return "given" if row["settled"] else ""


class Screen:
    def __init__(self, entry: Entry, refusal: str = "") -> None:
        self.entry = entry
        self.session = entry.session
        self.refusal = refusal

    @cached_property
    def shown(self) -> Presented:
        """The item: with its verdict, to be answered, or as it was answered."""
        entry, session = self.entry, self.session
        item = entry.asked
        if entry.answer is not None and session.tells:
            entry.answer.item = item
            return Presented.answered(entry.answer)
        if session.is_closed and (item.content.scored or not entry.draft.get("revealed")):
            return Presented(item, entry.seed, "", UNKNOWN, item.judge(UNKNOWN, entry.seed))
        if self.is_kept:
            return Presented(item, entry.seed, "", entry.draft)
        here = [session.pk, entry.position]
        return Presented(
            item,
            entry.seed,
            entry.get_absolute_url(),
            entry.draft,
            refusal=self.refusal,
            skip="" if session.is_mock or session.finished else reverse("practice:skip", args=here),
            check="" if session.tells else "Keep and go on",
            draft="" if session.finished else reverse("practice:draft", args=here),
            hidden={} if session.finished else {"writer": secrets.token_hex(8), "turn": "0"},
        )

    @property
    def is_kept(self) -> bool:
        """Whether the answer can no longer be changed, and its verdict waits for the end."""
        return self.session.is_mock and self.entry.settled is not None and not self.session.tells

    @cached_property
    def attempts(self) -> Attempts:
        return attempts_at(self.entry)

    @property
    def workbench(self) -> str:
        """The address of the exercise; it leads back here."""
        assert self.entry.exercise is not None, "an item has no workbench"
        return self.entry.exercise.get_absolute_url()

    @cached_property
    def marks(self) -> list[Mark]:
        rows = self.session.counted().order_by("position").values(*STEP)
        here = self.entry.position
        marks = [Mark(row["position"], outcome_of(row, self.session.tells), row["position"] == here) for row in rows]
        if self.session.ahead or self.session.finished:
            return marks
        return marks + [Mark(None, "ahead")] * max(0, self.session.length - len(marks))

    @property
    def number(self) -> int:
        """The place of this entry among those that count."""
        return next((place for place, mark in enumerate(self.marks, start=1) if mark.current), 0)

    @property
    def done(self) -> int:
        return sum(mark.outcome not in ("", "ahead") for mark in self.marks)

    @property
    def goes_on(self) -> bool:
        """Whether something is left to do after this one."""
        return any(mark.outcome in ("", "ahead") and not mark.current for mark in self.marks)

    @property
    def follows(self) -> int:
        """The number of the step that this one follows up on; 0 if it is none."""
        places = {mark.position: place for place, mark in enumerate(self.marks, start=1)}
        return places.get(self.entry.follows, 0) if self.entry.follows else 0
