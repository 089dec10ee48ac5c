"""Code exercises as steps: which one comes, and whether it was solved within the session."""

import random
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from exercises.devices import devices_for
from exercises.models import Device, Draft, Exercise, Purpose, Submission
from exercises.submitting import NotTaken, Sent, submit
from quiz.bank.models import Question
from quiz.practice.choosing import LEVELS
from quiz.practice.models import GRACE, Entry, Session
from quiz.practice.wish import Mode

BANK_TOPICS = {  # where the bank has one topic for several of the exercises'
    "activations": "activations-and-losses",
    "losses": "activations-and-losses",
    "backpropagation": "training",
    "normalisation": "regularisation",
}


def bank_topic(exercise: Exercise) -> str:
    """The topic of the bank to which an exercise belongs."""
    return BANK_TOPICS.get(exercise.topic, exercise.topic)


def choose_exercise(session: Session, rng: random.Random) -> Exercise | None:
    """The code behind what was asked, if it can be: not solved before, from the chosen topics, easy ones first.

    A mock interview leaves out the hard ones: they take too long.
    """
    entries = session.entries.all()
    behind = _slugs(Question.objects.filter(items__in=entries.filter(item__isnull=False).values("item")))
    pool = Exercise.objects.published().exclude(pk__in=entries.filter(exercise__isnull=False).values("exercise"))
    if session.topics:
        pool = pool.filter(slug__in=_slugs(Question.objects.published().filter(topic__in=session.topics)))
    if levels := session.difficulties or (session.mode == Mode.MOCK and LEVELS[:2]):
        pool = pool.filter(difficulty__in=levels)
    solved = set(Submission.objects.of(session.user).accepted().values_list("exercise__slug", flat=True))
    shuffled = list(pool.order_by("pk").defer("search_text"))
    rng.shuffle(shuffled)

    def rank(one: Exercise) -> tuple[bool, bool, int]:
        return one.slug in solved, one.slug not in behind, LEVELS.index(one.difficulty)

    return min(shuffled, key=rank, default=None)


def _slugs(questions: QuerySet[Question]) -> set[str]:
    return {slug for slugs in questions.order_by().values_list("exercises", flat=True) for slug in slugs}


def within(session: Session) -> "QuerySet[Submission]":
    """What its person submitted while the session ran; it counts by when it was sent, not by when it was graded."""
    sent = Submission.objects.of(session.user).recorded().filter(created__gte=session.created)
    ends = session.finished if session.is_closed else session.deadline
    return sent.filter(created__lte=ends + GRACE) if ends else sent


def note_solved(session: Session) -> None:
    """Settles the code exercises that were solved since the last look."""
    open_ones = {entry.exercise_id: entry for entry in session.entries.filter(exercise__isnull=False, submission=None)}
    if not open_ones:
        return
    for accepted in within(session).filter(verdict="accepted", exercise__in=open_ones).order_by("-pk"):
        entry = open_ones[accepted.exercise_id]
        entry.submission, entry.settled = accepted, entry.settled or accepted.created
    for entry in open_ones.values():
        if entry.submission is not None:
            entry.save(update_fields=["submission", "settled"])


@dataclass(frozen=True)
class Attempts:
    """What was submitted to one exercise within the session."""

    count: int = 0
    waiting: bool = False
    latest: Submission | None = None


def attempts_at(entry: Entry) -> Attempts:
    sent = list(within(entry.session).filter(exercise=entry.exercise).select_related("exercise").defer("source"))
    return Attempts(len(sent), any(one.waiting for one in sent), sent[0] if sent else None)


def tried(session: Session, entries: Iterable[Entry]) -> set[int]:
    """The exercises of these steps to which something was submitted within the session."""
    wanted = [entry.exercise_id for entry in entries]
    return set(within(session).filter(exercise__in=wanted).values_list("exercise", flat=True)) if wanted else set()


def sent_by_itself(exercise: Exercise, draft: Draft) -> Sent:
    """What is submitted for a draft when nobody is there to choose: on the CPU where its device is not there now."""
    here = draft.device in devices_for(exercise, draft.framework)
    device = draft.device if here else Device.CPU
    return Sent(draft.framework, Purpose.SUBMIT, draft.source, device=device)


def submit_drafts(session: Session) -> None:
    """At the end of the time: what stands in the editor of an exercise that is not solved is submitted."""
    entries = session.counted().filter(exercise__isnull=False, submission=None, settled=None).select_related("exercise")
    for entry in entries:
        exercise = entry.exercise
        if exercise is None or session.finished is None or within(session).filter(exercise=exercise).exists():
            continue
        written = Draft.objects.of(session.user).filter(
            exercise=exercise, updated__gte=session.created, updated__lte=session.finished + GRACE
        )
        if (draft := written.order_by("-updated").first()) is None:
            continue
        try:
            sent = submit(session.user, exercise, sent_by_itself(exercise, draft))
        except NotTaken:  # too many are being graded already: then those are the answer
            continue
        Submission.objects.filter(pk=sent.pk).update(created=min(sent.created, session.finished))
