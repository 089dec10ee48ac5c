"""Half an answer is kept as it is written, and is there again on every device."""

import pytest

from quiz.bank.models import Answer
from quiz.bank.presenting import ticket

pytestmark = pytest.mark.django_db


@pytest.fixture
def entries(learner, session_of, make_question, items_beyond):
    free = {"kind": "free", "prompt": "p", "answer": "what an expert says", "points": ["one", "two", "three"]}
    session = session_of(learner, make_question(items=[*items_beyond, free]))
    return {entry.item.kind: entry for entry in session.entries.select_related("item__question", "session")}


def send(client, entry, accept="application/json", **fields):
    data = {"ticket": ticket(entry.item, entry.seed)} | fields
    return client.post(f"{entry.get_absolute_url()}draft/", data, headers={"Accept": accept})


@pytest.mark.parametrize(
    ("kind", "fields", "shown"),
    [
        ("ordering", {"place-1": "3"}, '<option value="3" selected>'),
        ("matching", {"match-1": "2"}, '<option value="2" selected>'),
        ("fill", {"text": "s*(1-"}, 'value="s*(1-"'),
        ("predict", {"text": "4"}, ">4</textarea>"),
        ("free", {"text": "half a thought"}, "half a thought</textarea>"),
    ],
)
def test_half_an_answer_comes_back(learner_client, entries, kind, fields, shown):
    assert send(learner_client, entries[kind], **fields).json() == {"kept": True, "left": None}
    assert shown in learner_client.get(entries[kind].get_absolute_url()).content.decode()
    assert not Answer.objects.exists()


def test_it_comes_back_on_another_device(learner, entries, learner_client, client):
    send(learner_client, entries["fill"], text="s*(1-")
    client.force_login(learner)
    assert 'value="s*(1-"' in client.get(entries["fill"].get_absolute_url()).content.decode()


def test_keeping_own_words_shows_no_model_answer(learner_client, entries):
    send(learner_client, entries["free"], text="half a thought")
    assert "an expert" not in learner_client.get(entries["free"].get_absolute_url()).content.decode()


def test_a_model_answer_that_was_shown_stays(learner_client, entries, answer):
    answer(learner_client, entries["free"], text="half a thought")
    entries["free"].refresh_from_db()
    send(learner_client, entries["free"], text="half a thought")
    assert "an expert" in learner_client.get(entries["free"].get_absolute_url()).content.decode()


def test_without_script_a_button_keeps_it(learner_client, entries):
    assert "Keep for later" in learner_client.get(entries["fill"].get_absolute_url()).content.decode()
    response = send(learner_client, entries["fill"], accept="text/html", text="s*(1-")
    page = learner_client.get(response.url).content.decode()
    assert "Come back whenever" in page
    assert 'value="s*(1-"' in page


def test_a_draft_never_undoes_an_answer(learner_client, entries, answer):
    answer(learner_client, entries["fill"], text="s*(1-s)")
    assert not send(learner_client, entries["fill"], text="s").json()["kept"]
    assert Answer.objects.get().is_right


def test_drafts_of_others_are_not_written(stranger_client, client, entries):
    assert send(stranger_client, entries["fill"], text="s").status_code == 404
    assert send(client, entries["fill"], text="s").status_code == 404
    entries["fill"].refresh_from_db()
    assert entries["fill"].draft == {}


@pytest.mark.parametrize("turn", ["", "-1", "x", "9" * 30, "²"])
def test_a_count_that_is_none_is_taken_as_none(learner_client, entries, turn):
    assert send(learner_client, entries["fill"], text="s", writer="w" * 99, turn=turn).json()["kept"]
