from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.test import Client
from django.urls import path
from django.utils import timezone
from django.views.decorators.csrf import ensure_csrf_cookie

from exercises.models import Draft, Exercise
from quiz.board.models import Award, Score
from quiz.board.points import record
from quiz.people.guests import merge
from quiz.people.models import User

SIGN_UP = {"username": "nina", "password1": "a long enough phrase"}


@ensure_csrf_cookie
def show_form(request):
    return HttpResponse(get_token(request))


def answer(request):
    return HttpResponse(request.ensure_user().username)


class Addresses:
    """Where a form is shown and an answer is taken, as the apps do it."""

    urlpatterns = [path("form/", show_form), path("answer/", answer)]


@pytest.fixture
def practising(settings):
    settings.ROOT_URLCONF = Addresses


@pytest.mark.usefixtures("practising", "db")
def test_looking_makes_no_guest(client):
    client.get("/form/")
    assert not User.objects.exists()


@pytest.mark.usefixtures("practising", "db")
def test_the_first_answer_makes_a_guest_and_the_second_is_theirs_too(client):
    first = client.post("/answer/").content
    assert client.post("/answer/").content == first
    assert User.objects.get().is_guest


@pytest.mark.usefixtures("practising")
def test_who_is_logged_in_stays_who_they_are(learner_client):
    assert learner_client.post("/answer/").content == b"lea"


def before_any_answer(secret: str) -> Client:
    """The browser of a visitor who has been shown a page, and nothing more."""
    return Client(headers={"Cookie": f"csrftoken={secret}"})


ONE, OTHER = "a" * 32, "b" * 32


@pytest.mark.usefixtures("practising", "db")
def test_what_a_page_sends_at_once_belongs_to_one_guest():
    first, second = (before_any_answer(ONE).post("/answer/").content for _ in range(2))
    assert first == second
    assert User.objects.count() == 1


@pytest.mark.usefixtures("practising", "db")
def test_two_visitors_are_two_guests():
    assert before_any_answer(ONE).post("/answer/").content != before_any_answer(OTHER).post("/answer/").content


@pytest.mark.usefixtures("practising", "db")
@pytest.mark.parametrize(
    "since",
    [{"date_joined": timezone.now() - timedelta(minutes=2)}, {"is_guest": False}, {"is_active": False}],
    ids=["a guest of earlier", "someone who has signed up since", "someone who was shut out"],
)
def test_an_old_page_opens_nobody_elses_door(since):
    first = before_any_answer(ONE).post("/answer/").content
    User.objects.update(**since)
    assert before_any_answer(ONE).post("/answer/").content != first
    assert User.objects.count() == 2


@pytest.mark.usefixtures("practising", "db")
def test_becoming_a_guest_leaves_the_forms_of_the_page_valid():
    browser = Client(enforce_csrf_checks=True)
    token = browser.get("/form/").content.decode()
    for _ in range(2):
        assert browser.post("/answer/", headers={"X-CSRFToken": token}).status_code == 200


def test_a_guest_cannot_log_in_with_a_password(guest, client):
    assert not client.login(username=guest.username, password="")


def test_signing_up_keeps_the_guests_row_and_points(guest, guest_client):
    record(guest, "item", "a", 2)
    guest_client.post("/accounts/signup/", SIGN_UP)
    person = User.objects.get()
    assert (person.pk, person.username, person.is_guest, person.listed) == (guest.pk, "nina", False, True)
    assert person.awards.count() == 1


def test_signing_up_logs_the_guest_in(guest_client):
    guest_client.post("/accounts/signup/", SIGN_UP)
    assert guest_client.get("/people/nina/").context["user"].username == "nina"


def test_a_sign_up_that_fails_leaves_the_guest_as_they_were(guest, guest_client, learner):
    response = guest_client.post("/accounts/signup/", SIGN_UP | {"username": "lea"})
    assert "already exists" in response.content.decode()
    guest.refresh_from_db()
    assert guest.is_guest


def test_logging_in_moves_what_the_guest_has(guest, guest_client, learner):
    record(guest, "item", "a", 2)
    guest_client.post("/accounts/login/", {"login": "lea", "password": "correct horse battery"})
    assert list(learner.awards.values_list("key", flat=True)) == ["a"]
    assert not User.objects.filter(pk=guest.pk).exists()


def test_what_both_have_is_kept_once(guest, learner):
    record(guest, "item", "a", 2)
    record(guest, "item", "b", 2)
    record(learner, "item", "a", 2)
    merge(guest, learner)
    assert sorted(Award.objects.values_list("user__username", "key")) == [("lea", "a"), ("lea", "b")]


@pytest.mark.parametrize(("newest", "kept"), [("guest", "mine as a guest"), ("account", "mine from before")])
def test_of_two_drafts_the_newer_one_is_kept(guest, learner, newest, kept):
    exercise = Exercise.objects.create(slug="softmax", title="Softmax", topic="activations", difficulty="easy")
    drafts = {
        "guest": Draft.objects.create(user=guest, exercise=exercise, framework="numpy", source="mine as a guest"),
        "account": Draft.objects.create(user=learner, exercise=exercise, framework="numpy", source="mine from before"),
    }
    drafts[newest].save()
    merge(guest, learner)
    assert Draft.objects.get(user=learner).source == kept


def test_points_are_added_up_again_after_moving(guest, learner):
    record(guest, "item", "a", 2)
    record(learner, "item", "b", 3)
    merge(guest, learner)
    assert Score.objects.get(user=learner).points == 5


def test_logging_in_without_being_a_guest_moves_nothing(client, learner, stranger):
    record(stranger, "item", "a", 2)
    client.force_login(stranger)
    client.post("/accounts/logout/")
    client.post("/accounts/login/", {"login": "lea", "password": "correct horse battery"})
    assert stranger.awards.count() == 1
