"""The people of the stories that the site's tests tell, and a browser for each."""

import pytest
from django.core.cache import cache
from django.test import Client

from quiz.bank.models import Question
from quiz.people.models import User

PASSWORD = "correct horse battery"


@pytest.fixture(autouse=True)
def quick_and_fresh(settings):
    """Nobody's password is slow to check, and no limit is used up by another test."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    cache.clear()


@pytest.fixture
def learner(db):
    """Practises, and has an account."""
    return User.objects.create_user("lea", "lea@example.org", PASSWORD)


@pytest.fixture
def stranger(db):
    """Has an account, and nothing to do with the learner."""
    return User.objects.create_user("sam", "sam@example.org", PASSWORD)


@pytest.fixture
def teacher(db):
    """May do everything."""
    return User.objects.create_superuser("theo", "theo@example.org", PASSWORD)


@pytest.fixture
def guest(db):
    """Practises without an account."""
    return User.objects.create_guest()


def browser_of(person):
    client = Client(enforce_csrf_checks=False)
    client.force_login(person)
    return client


@pytest.fixture
def learner_client(learner):
    return browser_of(learner)


@pytest.fixture
def stranger_client(stranger):
    return browser_of(stranger)


@pytest.fixture
def teacher_client(teacher):
    return browser_of(teacher)


@pytest.fixture
def guest_client(guest):
    return browser_of(guest)


SINGLE = {
    "kind": "single",
    "prompt": "What becomes of a survivor?",
    "options": [
        {"text": "x/(1-p)", "correct": True},
        {"text": "x/p", "why": "Right only if p were the keep probability."},
        {"text": "p x", "why": "That is classic dropout at inference."},
    ],
}
MULTIPLE = {
    "kind": "multiple",
    "prompt": "Which of these regularise?",
    "options": [
        {"text": "dropout", "correct": True},
        {"text": "weight decay", "correct": True},
        {"text": "a larger batch", "why": "It lowers the noise."},
        {"text": "longer training", "why": "It fits the training data more closely."},
    ],
}
NUMBER = {
    "kind": "numeric",
    "prompt": "The derivative of the sigmoid at 0?",
    "answer": 0.25,
    "wrong": [{"value": 0.5, "why": "That is its value there."}],
}
FREE = {
    "kind": "free",
    "prompt": "Explain dropout.",
    "answer": "Inverted dropout is the identity at inference.",
    "points": ["drops units", "scales survivors", "identity at inference"],
}


@pytest.fixture
def make_question(db):
    """Writes a published question with these items (by default one of each kind)."""

    def make(slug="dropout", *, items=(SINGLE, MULTIPLE, NUMBER, FREE), state="published", **fields):
        fields = {
            "title": slug.title(),
            "topic": "regularisation",
            "explanation": "Because.",
            "sources": ["A paper"],
        } | fields
        question = Question.objects.create(slug=slug, state=state, **fields)
        question.set_items((f"item-{number}", item) for number, item in enumerate(items, start=1))
        question.index()
        return question

    return make
