"""Cards to review, and a clock that the test turns."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from exercises.folder import read_folder
from exercises.models import Exercise, ExerciseVersion, Submission
from exercises.shipped import CONTENT
from exercises.signals import judged
from quiz.bank.answers import record_answer
from quiz.bank.items import UNKNOWN
from quiz.review.models import Card

MONDAY = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)


class Clock:
    """What the site takes for now."""

    def __init__(self, now):
        self.now = now

    def turn(self, **amount):
        self.now += timedelta(**amount)


@pytest.fixture
def clock(monkeypatch):
    clock = Clock(MONDAY)
    monkeypatch.setattr(timezone, "now", lambda: clock.now)
    monkeypatch.setattr("django.core.signing.time.time", lambda: clock.now.timestamp())
    return clock


def right(item, seed):
    """The stored form of the right answer."""
    if item.kind == "numeric":
        return {"text": "", "value": item.content.variant(seed).answer}
    if item.kind == "free":
        return {"text": "", "rating": 3, "points": []}
    return {"chosen": sorted(item.content.correct)}


@pytest.fixture
def answer():
    """Gives the right answer to an item, or says "I don't know"."""

    def give(user, item, seed=1, *, known=True, seconds=None):
        return record_answer(user, item, seed, right(item, seed) if known else UNKNOWN, seconds)

    return give


@pytest.fixture
def card_of(make_question, answer, learner, clock):
    """A question that the learner has answered, and its card."""

    def make(slug="dropout", *, known=True, user=learner, **fields):
        question = make_question(slug, **fields)
        answer(user, question.live_items().first(), known=known)
        return Card.objects.get(user=user, question=question)

    return make


@pytest.fixture
def exercise(db):
    made = Exercise.objects.create(
        slug="softmax", title="Softmax", topic="activations", difficulty="easy", frameworks=["numpy"]
    )
    files = read_folder(CONTENT / "softmax").files
    made.version = ExerciseVersion.objects.create(exercise=made, content_hash="0" * 64, files=files)
    made.save()
    return made


@pytest.fixture
def submit(learner, exercise, clock):
    """A submission of the learner that gets this verdict."""

    def make(verdict="accepted", *, user=learner, diagnosis=None, announce=True):
        submission = Submission.objects.create(
            user=user,
            exercise=exercise,
            version=exercise.version,
            framework="numpy",
            source="",
            verdict=verdict,
            report={"verdict": verdict, "diagnosis": diagnosis},
            created=clock.now,
        )
        if announce:
            judged.send(Submission, user=user, submission=submission)
        return submission

    return make
