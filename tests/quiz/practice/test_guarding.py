"""Whose session it is; and what happens to an answer when the log-in is gone."""

import pytest
from django.test import Client

from quiz.bank.models import Answer
from quiz.practice.drawing import next_step, start_session
from quiz.practice.models import Session
from quiz.practice.wish import Wish

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("page", ["", "1/", "summary/"])
def test_a_strangers_session_is_not_found(stranger_client, learner, session_of, page):
    assert stranger_client.get(f"/practice/{session_of(learner).pk}/{page}").status_code == 404


@pytest.mark.parametrize("page", ["1/", "1/skip/", "finish/", "retry/"])
def test_a_stranger_changes_nothing(stranger_client, learner, session_of, page):
    session = session_of(learner)
    assert stranger_client.post(f"/practice/{session.pk}/{page}", {"unknown": "1"}).status_code == 404
    assert not Answer.objects.exists()
    session.refresh_from_db()
    assert not session.finished


def test_a_stranger_with_the_form_of_somebody_changes_nothing(stranger_client, learner, session_of, answer):
    assert answer(stranger_client, session_of(learner).next_entry()).status_code == 404
    assert not Answer.objects.exists()


def test_who_is_logged_out_is_sent_to_log_in(client, learner, session_of):
    session = session_of(learner)
    response = client.get(f"/practice/{session.pk}/1/")
    assert response.url == f"/accounts/login/?next=/practice/{session.pk}/1/"


@pytest.mark.parametrize("htmx", [True, False])
def test_an_answer_after_logging_out_is_kept_until_the_log_in(client, learner, session_of, answer, htmx):
    session = session_of(learner)
    entry = session.entries.get(item__kind="numeric")
    response = answer(client, entry, htmx, number="0.25")
    address = response.headers["HX-Redirect"] if htmx else response.url
    assert address.startswith("/accounts/login/?next=/practice/")
    assert not Answer.objects.exists()
    client.force_login(learner)
    assert 'value="0.25"' in client.get(entry.get_absolute_url()).content.decode()


def test_without_the_form_nobody_writes_into_a_session(client, learner, session_of):
    entry = session_of(learner).entries.get(item__kind="numeric")
    client.post(entry.get_absolute_url(), {"number": "666", "ticket": "100:forged"})
    entry.refresh_from_db()
    assert entry.draft == {}


def test_a_forgotten_guest_goes_on_as_a_new_one_with_the_answer(client, guest, session_of, answer):
    entry = session_of(guest).entries.get(item__kind="numeric")
    page = client.get(answer(client, entry, number="0.25").url).content.decode()
    assert "Right" in page
    assert "new guest" in page
    again = Session.objects.first()
    assert again.user != guest
    assert again.user.is_guest
    assert again.entries.count() == 4
    assert Answer.objects.get().user == again.user


def test_a_forgotten_guest_has_as_many_steps_and_as_much_time(client, guest, make_question, answer):
    for number in range(3):
        make_question(f"question-{number}")
    session = start_session(guest, Wish(length=10, minutes=20))
    client.get(answer(client, next_step(session), unknown="1").url)
    again = Session.objects.exclude(user=guest).get()
    assert (again.length, again.deadline) == (10, session.deadline)
    assert next_step(again).position == 2


def test_a_guests_session_seen_from_elsewhere_leads_to_a_new_start(client, guest, session_of):
    response = client.get(f"/practice/{session_of(guest).pk}/", follow=True)
    assert response.redirect_chain[-1][0] == "/practice/"
    assert "no longer knows" in response.content.decode()


def test_what_a_guest_did_moves_to_the_account_with_its_session(guest_client, guest, learner, session_of, answer):
    session = session_of(guest)
    answer(guest_client, session.next_entry())
    credentials = {"login": "lea", "password": "correct horse battery"}
    guest_client.post("/accounts/login/", credentials)
    session.refresh_from_db()
    assert session.user == learner
    assert Answer.objects.get().user == learner
    assert guest_client.get(session.next_entry().get_absolute_url()).status_code == 200


@pytest.mark.parametrize("path", ["999999/", "99999999999999999999999/", "1/0/", "1/99999999999999999999/"])
def test_unknown_sessions_are_not_found(path, learner, session_of):
    session_of(learner)
    client = Client()
    client.force_login(learner)
    assert client.get(f"/practice/{path}").status_code == 404
