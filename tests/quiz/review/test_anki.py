import io
import sqlite3
import zipfile

import pytest

from quiz.bank.models import Answer
from quiz.review.anki import html

MATHS = {
    "kind": "single",
    "prompt": r"What is $\argmax_x f(x)$ when $$f(x) = -\bm{x}^2 \in \R$$ and $a < b$?",
    "options": [
        {"text": "$0$", "correct": True},
        {"text": "$1$", "why": "There it is **less**: `f(1) = -1`."},
    ],
}


def read(response):
    """The notes of a package: guid -> fields, and the names of its decks."""
    with zipfile.ZipFile(io.BytesIO(response.content)) as package:
        assert sorted(package.namelist()) == ["collection.anki2", "media"]
        data = package.read("collection.anki2")
    collection = sqlite3.connect(":memory:")
    collection.deserialize(data)
    notes = {guid: fields.split("\x1f") for guid, fields in collection.execute("select guid, flds from notes")}
    decks = collection.execute("select decks from col").fetchone()[0]
    collection.close()
    return notes, decks


@pytest.fixture
def practised(make_question, answer, learner):
    """Two questions, of which the learner has known one and missed one."""
    known = make_question("known", title="What is known?", sources=["A paper on $x$, section 2"], items=[MATHS])
    missed = make_question("missed")
    answer(learner, known.live_items().first())
    answer(learner, missed.live_items().first(), known=False)
    return known, missed


def test_without_an_answer_there_is_nothing_to_take_along(learner_client):
    assert learner_client.get("/review/anki/").url == "/review/"


def test_what_was_seen_is_in_it(practised, learner_client):
    notes, decks = read(learner_client.get("/review/anki/"))
    assert len(notes) == 2
    assert "Backpass::Regularisation" in decks


def test_or_only_what_was_missed(practised, learner_client):
    notes, _ = read(learner_client.get("/review/anki/?only=missed"))
    assert len(notes) == 1


def test_formulas_are_written_as_anki_reads_them(practised, learner_client):
    notes, _ = read(learner_client.get("/review/anki/"))
    front, back, sources, _ = next(fields for fields in notes.values() if "argmax" in fields[0] or "arg" in fields[0])
    assert r"\(\operatorname*{arg\,max}_x f(x)\)" in front
    assert r"\[f(x) = -\boldsymbol{x}^2 \in \mathbb{R}\]" in front
    assert r"\(a &lt; b\)" in front
    assert "<math" not in front + back
    assert "<code>f(1) = -1</code>" in back
    assert r"\(x\)" in sources


def test_the_same_notes_come_with_the_same_ids_so_that_they_are_updated(practised, learner_client):
    before, _ = read(learner_client.get("/review/anki/"))
    known, _ = practised
    item = known.live_items().first()
    item.change(item.body | {"prompt": "What is it now?"})
    after, _ = read(learner_client.get("/review/anki/"))
    assert set(before) == set(after)
    assert any("What is it now?" in fields[0] for fields in after.values())


def test_a_retired_question_can_still_be_taken_along(practised, learner_client):
    for question in practised:
        question.state = "retired"
        question.save()
        question.set_items([])
    assert len(read(learner_client.get("/review/anki/"))[0]) == 2


def test_every_kind_of_item_has_two_sides(make_question, learner, learner_client):
    items = [
        {"kind": "ordering", "prompt": "Order.", "steps": ["first", "second", "third"]},
        {
            "kind": "matching",
            "prompt": "Match.",
            "pairs": [{"left": word, "right": word.upper()} for word in ("a", "b", "c")],
        },
        {"kind": "fill", "prompt": "The derivative of $x^2$?", "formula": "2*x", "variables": {"x": [0, 1]}},
        {"kind": "predict", "code": "print(6 * 7)", "made": "42"},
        {"kind": "numeric", "prompt": "Half?", "answer": 0.5, "unit": "m"},
        {"kind": "free", "prompt": "Explain.", "answer": "So.", "points": ["one", "two", "three"]},
        {
            "kind": "bug",
            "code": "x = 1\ny = 2",
            "lines": ["y = 2"],
            "made": {"code": "x = 1\ny = 2", "places": [2], "sentence": "It is three."},
        },
    ]
    question = make_question(items=items)
    for item in question.live_items():
        Answer.objects.create(user=learner, item=item, seed=1, response={"unknown": True}, outcome="unknown", score=0)
    notes, _ = read(learner_client.get("/review/anki/"))
    backs = " ".join(fields[1] for fields in notes.values())
    for expected in ("<li>first</li>", "<strong>A</strong>", "2*x", "42", "0.5 m", "two", "Line 2"):
        assert expected in backs


def test_what_authors_write_stays_harmless():
    assert "<script" not in html("<script>alert(1)</script> $</script><b>$")


def test_visitors_are_led_to_the_login(client, db):
    assert client.get("/review/anki/").url.startswith("/accounts/login/")
