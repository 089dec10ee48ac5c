"""What a person has practised, session by session."""

from datetime import timedelta

import pytest
from django.utils import timezone

from quiz.practice.models import Session
from quiz.practice.wish import Wish

pytestmark = pytest.mark.django_db


def test_a_finished_session_is_there_with_its_result(learner_client, learner, session_of, answer):
    session = session_of(learner)
    answer(learner_client, session.entries.get(item__kind="numeric"))
    answer(learner_client, session.entries.get(item__kind="single"), unknown="1")
    learner_client.post(f"/practice/{session.pk}/finish/")
    page = learner_client.get("/practice/history/").content.decode()
    assert "1 of 2" in page
    assert f"/practice/{session.pk}/summary/" in page


def test_in_an_exam_what_was_not_answered_counts(learner_client, learner, session_of, answer):
    session = session_of(learner, mode="exam")
    answer(learner_client, session.entries.get(item__kind="numeric"))
    learner_client.post(f"/practice/{session.pk}/finish/")
    assert "1 of 3" in learner_client.get("/practice/history/").content.decode()


def test_it_shows_ones_own_sessions_only(learner_client, stranger, session_of):
    Session.objects.filter(pk=session_of(stranger).pk).update(finished=timezone.now())
    assert "No session finished yet" in learner_client.get("/practice/history/").content.decode()


def test_a_visitor_finds_an_invitation(client, db):
    assert "Start one" in client.get("/practice/history/").content.decode()


def test_a_session_whose_time_ran_out_is_finished(learner_client, learner, session_of):
    session = session_of(learner, minutes=5)
    Session.objects.filter(pk=session.pk).update(deadline=timezone.now() - timedelta(hours=1))
    assert f"/practice/{session.pk}/summary/" in learner_client.get("/practice/history/").content.decode()


def test_it_has_pages_and_few_queries(learner_client, learner, django_assert_max_num_queries):
    for seed in range(25):
        Session.begin(learner, Wish(), seed)
    Session.objects.update(finished=timezone.now())
    with django_assert_max_num_queries(8):
        page = learner_client.get("/practice/history/").content.decode()
    assert "Page 1 of 2" in page
    assert learner_client.get("/practice/history/?page=2").content.decode().count("/summary/") == 5
