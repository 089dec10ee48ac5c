from datetime import UTC, datetime

import pytest

from exercises.models import Exercise, ExerciseVersion, Shared, Submission
from quiz.people.models import User

CHOSEN = {"nickname": "Queen", "time_zone": "Europe/Vienna", "listed": "on"}


def test_settings_are_saved(learner, learner_client):
    learner_client.post("/settings/", {"nickname": "Queen", "time_zone": "Europe/Vienna"})
    learner.refresh_from_db()
    assert (learner.nickname, learner.time_zone, learner.listed) == ("Queen", "Europe/Vienna", False)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"nickname": "two words"}, "Letters, digits"),
        ({"nickname": "x" * 41}, "at most 40"),
        ({"nickname": "SAM"}, "as their user name"),
        ({"nickname": "ace"}, "has this nickname"),
        ({"time_zone": "Mars/Olympus"}, "not one of the available choices"),
    ],
    ids=["space", "long", "user name", "nickname", "zone"],
)
def test_settings_say_what_is_wrong(learner_client, stranger, change, reason):
    User.objects.filter(pk=stranger.pk).update(nickname="Ace")
    assert reason in learner_client.post("/settings/", CHOSEN | change).content.decode()


def test_the_page_keeps_its_person_when_a_setting_is_refused(learner_client, stranger):
    response = learner_client.post("/settings/", CHOSEN | {"nickname": "sam"})
    assert response.context["user"].name == "lea"


def test_no_nickname_may_be_had_by_many(learner_client, stranger):
    response = learner_client.post("/settings/", CHOSEN | {"nickname": ""})
    assert response.status_code == 302


@pytest.mark.django_db
def test_settings_need_a_login(client):
    assert client.get("/settings/")["Location"] == "/accounts/login/?next=/settings/"


def test_a_guest_is_led_to_sign_up(guest_client):
    assert guest_client.get("/settings/")["Location"] == "/accounts/signup/"


def test_times_are_shown_in_the_persons_zone(learner, learner_client):
    joined = datetime(2026, 5, 31, 20, tzinfo=UTC)
    User.objects.filter(pk=learner.pk).update(time_zone="Pacific/Kiritimati", date_joined=joined)
    assert "Here since June 2026" in learner_client.get("/people/lea/").content.decode()


def test_a_zone_does_not_stay_for_the_next_visitor(learner, learner_client, client):
    joined = datetime(2026, 5, 31, 20, tzinfo=UTC)
    User.objects.filter(pk=learner.pk).update(time_zone="Pacific/Kiritimati", date_joined=joined)
    learner_client.get("/people/lea/")
    assert "Here since May 2026" in client.get("/people/lea/").content.decode()


def test_the_chosen_zone_is_the_one_that_is_shown(learner, learner_client):
    User.objects.filter(pk=learner.pk).update(time_zone="Europe/Vienna")
    page = learner_client.get("/settings/").content.decode()
    assert '<option value="Europe/Vienna" selected>Europe/Vienna</option>' in page
    assert page.count("selected") == 1


def test_the_device_offers_its_time_zone_with_one_click(learner, learner_client):
    response = learner_client.post("/settings/time-zone/", {"time_zone": "Asia/Tokyo", "next": "/progress/"})
    assert response.url == "/progress/"
    learner.refresh_from_db()
    assert learner.time_zone == "Asia/Tokyo"


def test_guests_have_a_time_zone_too(guest, guest_client):
    guest_client.post("/settings/time-zone/", {"time_zone": "Asia/Tokyo"})
    guest.refresh_from_db()
    assert guest.time_zone == "Asia/Tokyo"


@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "../etc/passwd"])
def test_what_is_no_time_zone_is_refused(learner, learner_client, zone):
    response = learner_client.post("/settings/time-zone/", {"time_zone": zone, "next": "//evil.example"}, follow=True)
    assert "not a time zone" in response.content.decode()
    learner.refresh_from_db()
    assert learner.time_zone == "UTC"


def shared_solution(user, slug="softmax"):
    exercise = Exercise.objects.create(slug=slug, title=slug, topic="activations", difficulty="easy")
    version = ExerciseVersion.objects.create(exercise=exercise, content_hash="", files={})
    return Submission.objects.create(
        user=user, exercise=exercise, version=version, framework="numpy", source="x", seed=1, shared=Shared.NAMED
    )


def test_all_solutions_are_taken_back_at_once_and_nobody_elses(learner, stranger, learner_client):
    shared_solution(learner)
    kept = shared_solution(stranger, "relu")
    assert "1 of your solutions" in learner_client.get("/settings/").content.decode()
    page = learner_client.post("/settings/sharing/", follow=True).content.decode()
    assert "1 taken back" in page
    assert "1 of your solutions" not in page
    assert list(Submission.objects.exclude(shared=Shared.NOT)) == [kept]
