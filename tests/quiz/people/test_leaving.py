import json
import re

import pytest
from asgiref.sync import async_to_sync
from django.core import mail
from django.test import AsyncClient

from exercises.models import Exercise, ExerciseVersion, Submission
from quiz.bank.answers import record_answer
from quiz.bank.items import UNKNOWN
from quiz.bank.models import Answer
from quiz.board.models import Score
from quiz.board.points import record
from quiz.people.exporting import ROWS_AT_ONCE, export, owned_by_people
from quiz.people.models import User
from quiz.practice.models import Session
from quiz.review.models import Card
from tests.quiz.conftest import PASSWORD

PAGE = "/settings/delete/"


@pytest.fixture
def busy(learner, make_question):
    """The learner with something of everything."""
    item = make_question().live_items().first()
    session = Session.objects.create(user=learner, seed=1)
    session.add([(item.pk, 5)])
    record_answer(learner, item, 5, UNKNOWN)
    exercise = Exercise.objects.create(slug="softmax", title="Softmax", topic="activations", difficulty="easy")
    version = ExerciseVersion.objects.create(exercise=exercise, content_hash="0" * 64, files={})
    Submission.objects.create(
        user=learner,
        exercise=exercise,
        version=version,
        framework="numpy",
        source="my = 'source'",
        report={"cases": []},
    )
    record(learner, "item", "a", 2)
    return learner


def exported(user):
    return json.loads("".join(export(user)))


def test_the_export_holds_all_that_is_the_persons(busy):
    data = exported(busy)
    assert data["people.user"][0]["username"] == "lea"
    assert data["bank.answer"][0]["response"] == UNKNOWN
    assert data["exercises.submission"][0]["source"] == "my = 'source'"
    assert data["practice.entry"][0]["position"] == 1
    for name in (
        "review.card",
        "review.review",
        "board.award",
        "board.score",
        "progress.activeday",
        "practice.session",
    ):
        assert len(data[name]) == 1, name


def test_it_holds_no_password(busy):
    assert busy.password not in "".join(export(busy))


def test_it_holds_nothing_of_others(busy, stranger):
    record_answer(stranger, Answer.objects.get().item, 9, UNKNOWN)
    data = exported(stranger)
    assert len(data["bank.answer"]) == 1
    assert not data["practice.session"]


def test_every_model_that_names_a_person_is_in_it():
    named = {model for model, _ in owned_by_people()}
    owners = {relation.related_model for relation in User._meta.related_objects}
    assert owners <= named


def test_more_rows_than_one_portion_come_whole_and_once(learner, make_question):
    item = make_question().live_items().first()
    count = 2 * ROWS_AT_ONCE + 7
    Answer.objects.bulk_create(
        Answer(user=learner, item=item, seed=seed, response=UNKNOWN, outcome="unknown") for seed in range(count)
    )
    assert len({row["id"] for row in exported(learner)["bank.answer"]}) == count


@pytest.mark.django_db(transaction=True)
def test_it_is_streamed(learner):
    async def download():
        client = AsyncClient()
        await client.aforce_login(learner)
        response = await client.get("/settings/data/backpass.json")
        assert response.streaming
        return response, b"".join([part async for part in response])

    response, body = async_to_sync(download)()
    assert json.loads(body)["people.user"][0]["username"] == "lea"
    assert "attachment" in response["Content-Disposition"]


def test_nobody_else_gets_it(client, db):
    assert client.get("/settings/data/backpass.json").url.startswith("/accounts/login/")


def test_the_page_says_what_goes_and_what_stays(learner_client):
    html = learner_client.get(PAGE).content.decode()
    assert "What goes, and what stays" in html
    assert "without your name" in html


@pytest.mark.usefixtures("busy")
def test_with_the_password_everything_goes(learner_client, make_question):
    response = learner_client.post(PAGE, {"password": PASSWORD, "sure": "on"}, follow=True)
    assert "is deleted" in response.content.decode()
    assert not response.context["user"].is_authenticated
    for model in (User, Answer, Submission, Session, Card, Score):
        assert not model.objects.exists(), model


def test_the_leaderboard_forgets_the_person(learner, learner_client, client):
    record(learner, "item", "a", 2)
    learner_client.post(PAGE, {"password": PASSWORD, "sure": "on"})
    assert not client.get("/leaderboard/").context["standings"].rows


@pytest.mark.parametrize(
    "sent", [{}, {"password": PASSWORD}, {"sure": "on"}, {"password": "wrong", "sure": "on"}], ids=str
)
def test_without_password_and_consent_nothing_goes(learner_client, sent):
    assert learner_client.post(PAGE, sent).status_code == 422
    assert User.objects.filter(username="lea").exists()


def test_a_look_deletes_nothing(learner_client):
    learner_client.get(PAGE)
    assert User.objects.exists()


def test_passwords_cannot_be_tried_for_long(learner_client):
    for _ in range(5):
        learner_client.post(PAGE, {"password": "wrong", "sure": "on"})
    response = learner_client.post(PAGE, {"password": PASSWORD, "sure": "on"})
    assert "Too many wrong passwords" in response.content.decode()
    assert User.objects.exists()


def test_a_guest_needs_no_password(guest, guest_client):
    guest_client.post(PAGE, {"sure": "on"})
    assert not User.objects.exists()


def link_in_mail(client):
    client.post("/settings/delete/mail/")
    return re.search(r"http://testserver(\S+)", mail.outbox[-1].body)[1]


def test_by_mail_it_goes_without_the_password(learner_client, client):
    link = link_in_mail(learner_client)
    assert "Delete everything" in client.get(link).content.decode()
    assert User.objects.exists()
    client.post(link)
    assert not User.objects.exists()


def test_a_link_is_worth_nothing_after_the_password_has_changed(learner, learner_client, client):
    link = link_in_mail(learner_client)
    learner.set_password("another long phrase")
    learner.save()
    assert client.post(link).status_code == 404
    assert User.objects.exists()


def test_a_made_up_link_is_not_found(client, db):
    assert client.get("/settings/delete/abc/").status_code == 404


def test_mails_cannot_be_sent_for_ever(learner_client):
    for _ in range(8):
        learner_client.post("/settings/delete/mail/")
    assert len(mail.outbox) == 5


def test_the_only_administrator_stays(teacher, teacher_client):
    assert teacher_client.post(PAGE, {"password": PASSWORD, "sure": "on"}).status_code == 409
    User.objects.create_superuser("tina", "tina@example.org", PASSWORD)
    teacher_client.post(PAGE, {"password": PASSWORD, "sure": "on"})
    assert not User.objects.filter(pk=teacher.pk).exists()


@pytest.mark.usefixtures("busy")
def test_an_administrator_can_delete_a_person_with_all_that_is_theirs(teacher_client, learner):
    teacher_client.post(f"/admin/people/user/{learner.pk}/delete/", {"post": "yes"})
    assert not User.objects.filter(pk=learner.pk).exists()
