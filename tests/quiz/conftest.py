"""The people of the stories that the site's tests tell, and a browser for each."""

import pytest
from django.core.cache import cache
from django.test import Client

from quiz.people.models import User

PASSWORD = "correct horse battery"


@pytest.fixture(autouse=True)
def quick_and_fresh(settings):
    """Nobody's password is slow to check, and no limit is used up by another test."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    cache.clear()


@pytest.fixture
def learner(db):
    """Practises, and has an account."""
    return User.objects.create_user("lea", "lea@example.org", PASSWORD)


@pytest.fixture
def stranger(db):
    """Has an account, and nothing to do with the learner."""
    return User.objects.create_user("sam", "sam@example.org", PASSWORD)


@pytest.fixture
def teacher(db):
    """May do everything."""
    return User.objects.create_superuser("theo", "theo@example.org", PASSWORD)


@pytest.fixture
def guest(db):
    """Practises without an account."""
    return User.objects.create_guest()


def browser_of(person):
    client = Client(enforce_csrf_checks=False)
    client.force_login(person)
    return client


@pytest.fixture
def learner_client(learner):
    return browser_of(learner)


@pytest.fixture
def stranger_client(stranger):
    return browser_of(stranger)


@pytest.fixture
def teacher_client(teacher):
    return browser_of(teacher)


@pytest.fixture
def guest_client(guest):
    return browser_of(guest)
