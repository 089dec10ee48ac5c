"""The end of a session: by its owner's word, after its last step, or when its time has run out."""

from django.db import transaction
from django.utils import timezone

from quiz.bank.answers import record_answer
from quiz.people.models import User
from quiz.practice.exercise_steps import submit_drafts
from quiz.practice.models import Entry, Session


@transaction.atomic
def close(session: Session) -> None:
    """Finishes it, once. Where nothing more will be taken, what is written counts as it stands."""
    locked = session.locked()
    if locked.finished is None:
        now = timezone.now()
        locked.finished = min(now, locked.deadline) if locked.deadline else now
        if locked.is_closed:
            _take_drafts(locked)
            submit_drafts(locked)
        locked.save(update_fields=["finished"])
    session.finished = locked.finished


def _take_drafts(session: Session) -> None:
    """Judges every whole answer; own words are shown with the model answer, and wait for their rating."""
    for entry in session.counted().filter(answer=None, item__isnull=False).select_related("item__question"):
        rated = entry.asked.content.scored or "rating" in entry.draft or "unknown" in entry.draft
        if not rated and entry.draft.get("text"):
            Entry.objects.filter(pk=entry.pk).update(draft=entry.draft | {"revealed": True})
        elif rated and entry.ready:
            entry.settled = entry.settled or session.finished
            answer = record_answer(session.user, entry.asked, entry.seed, entry.draft, entry.seconds)
            Entry.objects.filter(pk=entry.pk).update(answer=answer, draft={}, ready=False, settled=entry.settled)


def close_if_over(session: Session) -> bool:
    """Finishes it if its time has run out; whether that was so now."""
    if session.finished is not None or not session.is_over:
        return False
    close(session)
    return True


def close_overdue(user: User) -> None:
    """Finishes what a closed laptop left behind."""
    for session in Session.objects.filter(user=user, finished=None, deadline__lte=timezone.now()):
        close(session)
