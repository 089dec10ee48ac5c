import re

import pytest
from django.core import mail

from quiz.people.models import User

PASSWORD = "correct horse battery"


def logged_in_as(client):
    user = client.get("/").context["user"]
    return user.username if user.is_authenticated else None


@pytest.mark.django_db
def test_sign_up_with_only_a_name_and_a_password(client):
    client.post("/accounts/signup/", {"username": "nina", "password1": "a long enough phrase"})
    assert logged_in_as(client) == "nina"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"username": "lea"}, "already exists"),
        ({"username": "LEA"}, "already exists"),
        ({"username": "two words"}, "Letters, digits"),
        ({"username": "a@b.c"}, "Letters, digits"),
        ({"username": "queen"}, "as their nickname"),
        ({"password1": "short"}, "too short"),
        ({"password1": "password"}, "too common"),
        ({"password1": "ninanina"}, "too similar"),
    ],
    ids=lambda value: next(iter(value.values())) if isinstance(value, dict) else "",
)
def test_sign_up_says_what_is_wrong(client, learner, stranger, fields, reason):
    User.objects.filter(pk=stranger.pk).update(nickname="Queen")
    response = client.post("/accounts/signup/", {"username": "ninanina", "password1": "a long enough phrase"} | fields)
    assert reason in response.content.decode()
    assert User.objects.count() == 2


@pytest.mark.parametrize("login", ["lea", "LEA", "lea@example.org"])
def test_log_in_by_name_or_address(client, learner, login):
    client.post("/accounts/login/", {"login": login, "password": PASSWORD})
    assert logged_in_as(client) == "lea"


def test_a_wrong_password_is_told_and_does_not_log_in(client, learner):
    response = client.post("/accounts/login/", {"login": "lea", "password": "wrong"})
    assert "not correct" in response.content.decode()
    assert logged_in_as(client) is None


def test_after_many_wrong_passwords_the_right_one_has_to_wait(client, learner):
    for _ in range(6):
        client.post("/accounts/login/", {"login": "lea", "password": "wrong"})
    response = client.post("/accounts/login/", {"login": "lea", "password": PASSWORD})
    assert "Too many failed login attempts" in response.content.decode()
    assert logged_in_as(client) is None


def test_log_in_leads_back_to_where_it_was_needed(client, learner):
    response = client.post("/accounts/login/?next=/settings/", {"login": "lea", "password": PASSWORD})
    assert response["Location"] == "/settings/"


def test_log_in_does_not_lead_to_other_sites(client, learner):
    response = client.post("/accounts/login/?next=https://example.com/", {"login": "lea", "password": PASSWORD})
    assert response["Location"] == "/"


def test_log_out(learner_client):
    learner_client.post("/accounts/logout/")
    assert logged_in_as(learner_client) is None


def test_a_link_alone_logs_nobody_out(learner_client):
    learner_client.get("/accounts/logout/")
    assert logged_in_as(learner_client) == "lea"


def test_reset_a_forgotten_password(client, learner):
    client.post("/accounts/password/reset/", {"email": "lea@example.org"})
    link = re.search(r"http://testserver(/accounts/password/reset/key/\S+)", mail.outbox[0].body)[1]
    form = client.get(link, follow=True)
    client.post(form.request["PATH_INFO"], {"password1": "another long phrase", "password2": "another long phrase"})
    assert client.login(username="lea", password="another long phrase")


def test_a_reset_link_works_once(client, learner):
    client.post("/accounts/password/reset/", {"email": "lea@example.org"})
    link = re.search(r"http://testserver(/accounts/password/reset/key/\S+)", mail.outbox[0].body)[1]
    learner.set_password("changed in between")
    learner.save()
    assert "does not work any more" in client.get(link, follow=True).content.decode()


@pytest.mark.django_db
def test_a_reset_does_not_tell_who_has_an_account(client):
    response = client.post("/accounts/password/reset/", {"email": "nobody@example.org"}, follow=True)
    assert "If there is an account" in response.content.decode()


@pytest.mark.parametrize("page", ["password/change/", "email/"])
def test_pages_of_the_account(learner_client, page):
    assert learner_client.get(f"/accounts/{page}").status_code == 200


def test_change_the_password(learner_client):
    new = {"oldpassword": PASSWORD, "password1": "another long phrase", "password2": "another long phrase"}
    learner_client.post("/accounts/password/change/", new)
    assert User.objects.get().check_password("another long phrase")
