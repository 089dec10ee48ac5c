"""The clock of a session is the server's: what comes in time counts, what comes late is refused kindly, once."""

from datetime import timedelta

import pytest
from django.utils import timezone

from quiz.bank.models import Answer
from quiz.practice.answering import keep
from quiz.practice.closing import close_overdue
from quiz.practice.models import GRACE, Session

pytestmark = pytest.mark.django_db
SECOND = timedelta(seconds=1)


@pytest.fixture(params=["practice", "exam"])
def timed(request, learner, session_of):
    return session_of(learner, mode=request.param, minutes=10)


def numeric(session):
    return session.entries.select_related("item__question", "session__user").get(item__kind="numeric")


def run_out(session, ago=timedelta(minutes=1)):
    """Moves the end of the session to a while ago."""
    session.deadline = timezone.now() - ago
    session.save()


def test_a_session_ends_when_it_was_said_to(timed):
    assert timed.deadline == timed.created + timedelta(minutes=10)
    assert 595 <= timed.seconds_left <= 600


def test_the_page_says_how_much_is_left_without_script(learner_client, timed):
    page = learner_client.get(f"/practice/{timed.pk}/1/").content.decode()
    assert 'data-left="6' in page or 'data-left="5' in page
    assert "when this page was made" in page


def test_the_countdown_asks_the_server(learner_client, stranger_client, timed):
    assert 595 <= learner_client.get(f"/practice/{timed.pk}/clock/").json()["left"] <= 600
    assert stranger_client.get(f"/practice/{timed.pk}/clock/").status_code == 404


def test_what_comes_within_the_grace_counts(learner_client, timed, answer):
    run_out(timed, GRACE - 2 * SECOND)
    answer(learner_client, numeric(timed), number="0.25")
    learner_client.get(f"/practice/{timed.pk}/", follow=True)
    assert Answer.objects.get().is_right


@pytest.mark.parametrize("htmx", [True, False])
def test_what_comes_late_is_refused_kindly(learner_client, timed, answer, htmx):
    run_out(timed)
    for _ in range(2):
        response = answer(learner_client, numeric(timed), htmx, number="0.25")
    address = response.headers["HX-Redirect"] if htmx else response.url
    assert "does not count" in learner_client.get(address).content.decode()
    assert not Answer.objects.exists()


def test_what_was_written_in_time_counts_as_it_stands(learner_client, timed, answer):
    keep(numeric(timed), {"text": "0.25", "value": 0.25}, ready=True)
    run_out(timed)
    answer(learner_client, numeric(timed), number="7")
    assert Answer.objects.get().is_right


def test_a_draft_that_comes_late_changes_nothing(timed):
    keep(numeric(timed), {"text": "0.25", "value": 0.25}, ready=True)
    run_out(timed)
    assert not keep(numeric(timed), {"text": "7", "value": 7.0}, ready=True)
    assert numeric(timed).draft["text"] == "0.25"


@pytest.mark.parametrize("page", ["", "1/", "summary/", "hand-in/"])
def test_whoever_looks_after_the_end_finds_it_finished(learner_client, timed, page):
    run_out(timed)
    shown = learner_client.get(f"/practice/{timed.pk}/{page}", follow=True)
    assert shown.wsgi_request.path == f"/practice/{timed.pk}/summary/"
    assert "The time is over" in shown.content.decode()
    timed.refresh_from_db()
    assert timed.finished == timed.deadline


def test_a_closed_laptop_leaves_no_session_open(learner_client, learner, timed):
    keep(numeric(timed), {"text": "0.25", "value": 0.25}, ready=True)
    run_out(timed, timedelta(days=3))
    page = learner_client.get("/practice/").content.decode()
    assert "Go on where you were" not in page
    assert Answer.objects.count() == 1
    close_overdue(learner)
    assert Answer.objects.count() == 1


def test_a_timed_session_handed_in_takes_nothing_more(learner_client, timed, answer):
    learner_client.post(f"/practice/{timed.pk}/finish/")
    answer(learner_client, numeric(timed), number="0.25")
    assert not Answer.objects.exists()
    shown = learner_client.get(numeric(timed).get_absolute_url()).content.decode()
    assert "data-item" not in shown


def test_own_words_with_a_rating_count_as_they_stand(learner_client, learner, session_of):
    session = session_of(learner, minutes=10)
    entry = session.entries.select_related("item__question", "session").get(item__kind="free")
    keep(entry, {"text": "words", "rating": 2, "points": []}, ready=True)
    run_out(session)
    learner_client.get(f"/practice/{session.pk}/")
    assert Answer.objects.get().response["rating"] == 2


def test_what_is_timed_is_chosen(learner_client, make_question):
    make_question()
    learner_client.post("/practice/", {"minutes": "20"})
    assert 1190 <= Session.objects.get().seconds_left <= 1200


def test_an_answer_says_how_long_it_took(learner_client, timed, answer):
    entry = numeric(timed)
    learner_client.get(entry.get_absolute_url())
    entry.refresh_from_db()
    entry.opened -= timedelta(seconds=30)
    entry.save()
    answer(learner_client, entry, number="0.25")
    entry.refresh_from_db()
    assert 30 <= entry.seconds <= 32
