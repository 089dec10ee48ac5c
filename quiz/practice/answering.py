"""What a person does at a step: half an answer, an answer, or a word that an exercise is left."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.http import QueryDict
from django.utils import timezone

from exercises.numbers import whole
from quiz.bank.answers import record_answer
from quiz.bank.items import NotAnswered, Response
from quiz.bank.presenting import read_response
from quiz.practice.closing import close
from quiz.practice.models import GRACE, Entry, Session


class TooLate(Exception):
    """The time of the session was over, or it was handed in, before this came."""


@dataclass(frozen=True)
class Sending:
    """Which form sent this, and how manyeth time it sent. Without script neither is known."""

    writer: str = ""
    turn: int = 0

    @classmethod
    def read(cls, submitted: QueryDict) -> "Sending":
        return cls(submitted.get("writer", "")[:16], whole(submitted.get("turn"), 10**8) or 0)

    def is_stale(self, entry: Entry) -> bool:
        """Whether the same form has sent something newer, which came first."""
        return bool(self.writer) and self.writer == entry.writer and self.turn < entry.turn


def read_answer(entry: Entry, submitted: QueryDict) -> Response:
    """The answer in the form; raises NotAnswered. Own words need no rating while verdicts are not told."""
    try:
        return read_response(entry.asked, submitted, entry.seed)
    except NotAnswered as pause:
        if entry.session.tells or entry.asked.content.scored:
            raise
        text = str(pause.draft.get("text", "")).strip()
        if not text:
            raise NotAnswered({}, "Write something first, or “I don't know”.") from pause
        return {"text": text}


def read_draft(entry: Entry, submitted: QueryDict) -> tuple[Response, bool]:
    """What is in the form so far, and whether it is a whole answer. A draft never shows a model answer."""
    try:
        return read_response(entry.asked, submitted, entry.seed), True
    except NotAnswered as pause:
        draft = dict(pause.draft)
        if not entry.draft.get("revealed"):
            draft.pop("revealed", None)
        return draft, False


@transaction.atomic
def take(entry: Entry, response: Response, sending: Sending | None = None) -> None:
    """Makes this the answer, or leaves the one that came before it; raises TooLate.

    In practice it is judged at once, and the last one finishes the session. Where verdicts wait for the end it is
    kept until then, and may be given anew in an exam.
    """
    now = timezone.now()
    session = entry.session.locked()
    stored = Entry.objects.select_related("answer").get(pk=entry.pk)
    if stored.answer is None:
        refuse_late(session, entry)
        if session.tells:
            _judge(session, stored, entry, response)
        elif not (session.is_mock and stored.settled) and not (sending or Sending()).is_stale(stored):
            _write(stored, draft=response, ready=True, settled=stored.settled or now, **_sent(sending))
    for name in ("answer", "draft", "ready", "settled"):
        setattr(entry, name, getattr(stored, name))
    if entry.answer is not None:
        entry.answer.item = entry.asked


def _judge(session: Session, stored: Entry, entry: Entry, response: Response) -> None:
    answer = record_answer(session.user, entry.asked, stored.seed, response, stored.seconds)
    _write(stored, answer=answer, draft={}, ready=False, settled=stored.settled or timezone.now())
    if session.finished is None and session.next_entry() is None and not session.wants_more():
        close(session)


def refuse_late(session: Session, entry: Entry) -> None:
    """Raises TooLate. Only one's own words may be rated after the end."""
    if entry.item is not None and not entry.asked.content.scored and session.is_closed:
        return
    in_time = session.deadline is None or timezone.now() <= session.deadline + GRACE
    if session.is_closed or not in_time:
        raise TooLate


@transaction.atomic
def keep(entry: Entry, draft: Response, ready: bool = False, sending: Sending | None = None) -> bool:
    """Stores what is not an answer yet; whether it was stored. It never takes the place of an answer or of newer."""
    session = entry.session.locked()
    stored = Entry.objects.get(pk=entry.pk)
    late = session.is_closed or (session.deadline is not None and timezone.now() > session.deadline + GRACE)
    settled = stored.answer_id is not None or (session.is_mock and stored.settled is not None)
    if late or settled or (sending or Sending()).is_stale(stored):
        return False
    if stored.settled is not None and not ready:
        return False  # the answer of an exam stays until there is another whole one
    _write(stored, draft=draft, ready=ready, **_sent(sending))
    entry.draft = draft
    return True


@transaction.atomic
def leave(entry: Entry) -> None:
    """Settles an exercise as it stands; what was submitted to it counts all the same."""
    session = entry.session.locked()
    if not session.is_closed:
        Entry.objects.filter(pk=entry.pk, settled=None).update(settled=timezone.now())
        if not session.is_silent and session.next_entry() is None and not session.wants_more():
            close(session)


def _sent(sending: Sending | None) -> dict[str, Any]:
    return {"writer": sending.writer, "turn": sending.turn} if sending and sending.writer else {}


def _write(stored: Entry, **values: Any) -> None:
    for name, value in values.items():
        setattr(stored, name, value)
    stored.save(update_fields=list(values))
