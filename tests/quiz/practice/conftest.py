"""A session to practise in, and the ways to act in it."""

import pytest

from quiz.bank.items import UNKNOWN, read_content
from quiz.bank.presenting import ticket
from quiz.practice.models import Session, new_session_seed
from quiz.practice.wish import Wish

ORDERING = {"kind": "ordering", "prompt": "Order these.", "steps": ["forward", "loss", "backward"]}
MATCHING = {
    "kind": "matching",
    "prompt": "Match these.",
    "pairs": [
        {"left": "tanh", "right": "from -1 to 1", "why": "secret reason"},
        {"left": "sigmoid", "right": "from 0 to 1"},
        {"left": "ReLU", "right": "from 0"},
    ],
}
FILL = {"kind": "fill", "prompt": "The slope of $s$?", "formula": "s*(1-s)", "variables": {"s": [0, 1]}}
PREDICT = {"kind": "predict", "code": "print(6 * 7)", "made": "42"}
BUG = {
    "kind": "bug",
    "attempt": "softmax/wrong_answer-numpy-whole_array",
    "fixed": "softmax/accepted-numpy-shifted",
}


@pytest.fixture
def items_beyond():
    """An item of each kind beyond choices, numbers and own words."""
    return [ORDERING, MATCHING, FILL, PREDICT, read_content(BUG).prepared().stored()]


@pytest.fixture
def session_of(make_question):
    """Makes a session of somebody, with one entry for each item of the given questions."""

    def make(user, *questions, **wish):
        questions = questions or (make_question(),)
        session = Session.begin(user, Wish(("regularisation",), **wish), new_session_seed())
        items = [item for question in questions for item in question.live_items()]
        session.add((item.pk, 100 + number) for number, item in enumerate(items))
        return session

    return make


def right_answer(entry):
    """The form's fields for the right answer to an entry."""
    content = entry.item.content
    if entry.item.kind == "numeric":
        return {"number": str(content.variant(entry.seed).answer)}
    if entry.item.kind == "free":
        return {"rating": "3", "rate": "1"}
    shown = content.shown(entry.seed, UNKNOWN, revealed=True)["options"]
    return {"option": [str(option.place) for option in shown if option.correct]}


@pytest.fixture
def answer():
    """Sends an answer to an entry: the right one unless fields are given."""

    def send(client, entry, htmx=False, **fields):
        data = {"ticket": ticket(entry.item, entry.seed)} | (fields or right_answer(entry))
        headers = {"HX-Request": "true"} if htmx else {}
        return client.post(entry.get_absolute_url(), data, headers=headers)

    return send
