"""Whatever is sent as an answer is taken, or refused with a sentence; nothing fails, and nothing strange is stored."""

import pytest

from quiz.bank.models import Answer
from quiz.bank.presenting import ticket
from tests.quiz.conftest import FREE, MULTIPLE, SINGLE

pytestmark = pytest.mark.django_db
QUARTER = {"kind": "numeric", "prompt": "A quarter?", "answer": 0.25}
COUNT = {"kind": "numeric", "prompt": "How many?", "answer": 1024, "integer": True}
SMALL = {"kind": "numeric", "prompt": "How small?", "answer": 0.002}
LARGE = {"kind": "numeric", "prompt": "How large?", "answer": 1.5}
ORDERING = {"kind": "ordering", "prompt": "Order.", "steps": ["one", "two", "three"]}
MATCHING = {"kind": "matching", "prompt": "Match.", "pairs": [{"left": f"l{n}", "right": f"r{n}"} for n in range(3)]}
FORMULA = {"kind": "fill", "prompt": "Twice s?", "formula": "2*s", "variables": {"s": [0, 1]}}
CODE = {"kind": "fill", "prompt": "Which call?", "accepted": ["x.sum(axis=0)"]}
PREDICT = {"kind": "predict", "code": "print(1)", "made": "1"}
BUG = {"kind": "bug", "code": "a = 1\nb = 2", "lines": ["b = 2"], "made": {"code": "a = 1\nb = 2", "places": [2]}}
SCRIPT = "<script>alert(1)</script>"


@pytest.fixture
def send(client, make_question):
    """Sends fields as the answer to an item with this content, without script; the page and the stored answer."""

    def sending(content, fields):
        item = make_question(items=[content]).live_items().get()
        sent = {"ticket": ticket(item, 7)} | fields
        response = client.post(f"/questions/dropout/items/{item.pk}/", sent, follow=True)
        assert response.status_code == 200
        return response.content.decode(), Answer.objects.first()

    return sending


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (QUARTER, "0.25"),
        (QUARTER, ".25"),
        (QUARTER, "1/4"),
        (QUARTER, " 1 / 4 "),
        (QUARTER, "¼"),
        (QUARTER, "25 %"),
        (QUARTER, "25%"),
        (QUARTER, "0,25"),
        (QUARTER, "2.5e-1"),
        (QUARTER, "2.5 · 10^-1"),
        (QUARTER, "+0.2500"),
        (QUARTER, "０．２５"),
        (SMALL, "2e-3"),
        (SMALL, "2E-3"),
        (SMALL, "2 × 10⁻³"),
        (COUNT, "1024"),
        (COUNT, "1_024"),
        (COUNT, "1 024"),
        (COUNT, "1024.0"),
        (COUNT, "2048/2"),
        (LARGE, "1,5"),
        (LARGE, "3/2"),
    ],
)
def test_a_number_is_read_as_people_write_it(send, content, text):
    page, answer = send(content, {"number": text})
    assert answer is not None, page
    assert answer.outcome == "right"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Type a number first"),
        ("   ", "Type a number first"),
        ("\x00", "Type a number first"),
        ("abc", "does not read as a number"),
        ("0.25 or 0.5", "does not read as a number"),
        ("1..5", "does not read as a number"),
        ("1e", "does not read as a number"),
        ("--1", "does not read as a number"),
        ("0x10", "does not read as a number"),
        ("_1024", "does not read as a number"),
        ("1__024", "does not read as a number"),
        ("__import__('os')", "does not read as a number"),
        (SCRIPT, "does not read as a number"),
        ("' OR 1=1", "does not read as a number"),
        ("🦆", "does not read as a number"),
        ("nan", "nan and infinity do not count"),
        ("inf", "nan and infinity do not count"),
        ("-Infinity", "nan and infinity do not count"),
        ("∞", "nan and infinity do not count"),
        ("1e999", "too large"),
        ("1e9999", "too large"),
        ("9" * 60, "Three significant digits"),
        ("9" * 61, "longer than 60 characters"),
        ("1/0", "zero below the bar"),
        ("1/2/3", "One fraction bar"),
        ("1½", "Write a mixed number"),
        ("1,024", "can mean two things"),
    ],
)
def test_what_is_no_number_is_refused_with_a_sentence(send, text, sentence):
    page, answer = send(QUARTER, {"number": text})
    if answer is None:
        assert sentence in page.replace("&#x27;", "'")
    else:
        assert (text, answer.outcome) == ("9" * 60, "wrong")
    assert SCRIPT not in page


@pytest.mark.parametrize(
    ("content", "fields", "sentence"),
    [
        (SINGLE, {}, "Choose an option first"),
        (SINGLE, {"option": "9"}, "Choose an option first"),
        (SINGLE, {"option": "-1"}, "Choose an option first"),
        (SINGLE, {"option": "²"}, "Choose an option first"),
        (SINGLE, {"option": "1" * 500}, "Choose an option first"),
        (SINGLE, {"option": ["0", "1"]}, "Choose one option only"),
        (MULTIPLE, {"option": SCRIPT}, "Choose an option first"),
        (ORDERING, {}, "Give each step its place: 3 are open"),
        (ORDERING, {"place-0": "1", "place-1": "1", "place-2": "2"}, "Place 1 is given twice"),
        (ORDERING, {"place-0": "0", "place-1": "4", "place-2": "x"}, "Give each step its place"),
        (MATCHING, {"match-0": "0"}, "Choose a partner for each: 2 are open"),
        (MATCHING, {"match-0": "77", "match-1": "nan", "match-2": SCRIPT}, "Choose a partner for each"),
        (FORMULA, {"text": ""}, "Write something first"),
        (FORMULA, {"text": "2*"}, "At character 3"),
        (FORMULA, {"text": "__import__('os').system('id')"}, "at character 12 has no meaning"),
        (FORMULA, {"text": "9**9**9**9**9"}, ""),
        (FORMULA, {"text": "1e308*1e308*s"}, ""),
        (FORMULA, {"text": "(" * 190}, "More than 30 brackets"),
        (FORMULA, {"text": "s" * 5000}, "longer than"),
        (FORMULA, {"text": SCRIPT}, "at character 1 has no meaning"),
        (CODE, {"text": "\x00 "}, "Write something first"),
        (PREDICT, {"text": " \r\n "}, "Write what it prints first"),
        (BUG, {}, "Choose a line first"),
        (BUG, {"line": "0"}, "Choose a line first"),
        (BUG, {"line": "99"}, "Choose a line first"),
        (BUG, {"line": "1e3"}, "Choose a line first"),
        (FREE, {"text": SCRIPT}, "Model answer"),
        (FREE, {"text": "x", "rating": "9"}, "Choose one of the four ratings"),
        (FREE, {"text": "x", "rate": "1"}, "Rate yourself to go on"),
    ],
)
def test_what_is_no_answer_is_refused_with_a_sentence(send, content, fields, sentence):
    page, answer = send(content, fields)
    assert sentence in page.replace("&#x27;", "'")
    assert SCRIPT not in page
    assert answer is None or answer.outcome == "wrong"


@pytest.mark.parametrize(
    ("content", "fields"),
    [
        (CODE, {"text": SCRIPT}),
        (CODE, {"text": "x" * 150 + "\x00\ud800".encode("utf-8", "ignore").decode()}),
        (PREDICT, {"text": SCRIPT}),
        (PREDICT, {"text": "1" * 100_000}),
        (PREDICT, {"text": "nan inf -0 1e400"}),
        (FREE, {"text": SCRIPT, "rating": "2", "point": ["0", "99", "x"]}),
        (FREE, {"text": "x" * 100_000, "rating": "0"}),
    ],
)
def test_free_texts_are_stored_short_and_shown_as_text(send, content, fields):
    page, answer = send(content, fields)
    assert answer is not None, page
    assert SCRIPT not in page
    assert len(answer.response["text"]) <= 5000
    assert "\x00" not in answer.response["text"]


@pytest.mark.parametrize("lie", ["", "x", "7", "7:x:y", "7:1w:bad", "é" * 1000, "0" * 5000])
def test_a_ticket_that_is_not_ours_leads_back_to_the_question(client, make_question, lie):
    item = make_question(items=[QUARTER]).live_items().get()
    page = client.post(f"/questions/dropout/items/{item.pk}/", {"ticket": lie, "number": "0.25"}, follow=True)
    assert "That form was out of date" in page.content.decode()
    assert not Answer.objects.exists()
