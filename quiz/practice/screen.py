"""One screen of a session: the item, where it stands among the others, and what comes next."""

from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse

from quiz.bank.presenting import Presented
from quiz.practice.models import Entry


@dataclass(frozen=True)
class Mark:
    """One entry in the progress strip."""

    position: int
    outcome: str
    current: bool

    @property
    def sign(self) -> str:
        return {"right": "✓", "partly": "◐", "wrong": "✗", "unknown": "?", "rated": "✎"}.get(self.outcome, "")

    @property
    def word(self) -> str:
        return {"partly": "partly right", "unknown": "not known", "": "open"}.get(self.outcome, self.outcome)


class Screen:
    def __init__(self, entry: Entry, refusal: str = "") -> None:
        self.entry = entry
        self.session = entry.session
        self.refusal = refusal

    @cached_property
    def shown(self) -> Presented:
        entry = self.entry
        if entry.answer is not None:
            entry.answer.item = entry.item
            return Presented.answered(entry.answer)
        skip = reverse("practice:skip", args=[entry.session_id, entry.position])
        action = entry.get_absolute_url()
        return Presented(entry.item, entry.seed, action, entry.draft, refusal=self.refusal, skip=skip)

    @cached_property
    def marks(self) -> list[Mark]:
        rows = self.session.counted().order_by("position").values_list("position", "answer__outcome")
        return [Mark(position, outcome or "", position == self.entry.position) for position, outcome in rows]

    @property
    def number(self) -> int:
        """The place of this entry among those that count."""
        return next((place for place, mark in enumerate(self.marks, start=1) if mark.current), 0)

    @property
    def answered(self) -> int:
        return sum(bool(mark.outcome) for mark in self.marks)

    @cached_property
    def upcoming(self) -> Entry | None:
        """The entry after this one, once this one is answered."""
        return self.session.next_entry() if self.entry.answer is not None else None
