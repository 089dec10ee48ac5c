"""Exercises and submissions in the admin."""

import pytest
from django.test import Client
from django.urls import reverse

from exercises.models import Exercise, ExerciseVersion, Submission
from quiz.people.models import User


@pytest.fixture
def as_admin(client: Client, db: None) -> Client:
    client.force_login(User.objects.create_superuser("admin"))
    return client


@pytest.fixture
def submission(exercise: Exercise, alice: User) -> Submission:
    return Submission.objects.create(
        user=alice,
        exercise=exercise,
        version=exercise.version,
        framework="numpy",
        source="x = '<b>'",
        verdict="wrong_answer",
        report={"message": "2 of 8 cases fail"},
    )


@pytest.mark.parametrize("model", ["exercise", "exerciseversion", "submission"])
def test_they_are_listed_and_shown(as_admin: Client, submission: Submission, model: str) -> None:
    row = {"exercise": Exercise, "exerciseversion": ExerciseVersion, "submission": Submission}[model].objects.get()

    assert as_admin.get(reverse(f"admin:exercises_{model}_changelist")).status_code == 200
    assert as_admin.get(reverse(f"admin:exercises_{model}_change", args=[row.pk])).status_code == 200


@pytest.mark.parametrize("model", ["exercise", "exerciseversion", "submission"])
def test_nobody_adds_or_deletes_them(as_admin: Client, submission: Submission, model: str) -> None:
    row = {"exercise": Exercise, "exerciseversion": ExerciseVersion, "submission": Submission}[model].objects.get()

    assert as_admin.get(reverse(f"admin:exercises_{model}_add")).status_code == 403
    assert as_admin.post(reverse(f"admin:exercises_{model}_delete", args=[row.pk]), {"post": "yes"}).status_code == 403


def test_a_submission_cannot_be_changed(as_admin: Client, submission: Submission) -> None:
    address = reverse("admin:exercises_submission_change", args=[submission.pk])

    assert as_admin.post(address, {"verdict": "accepted"}).status_code == 403
    submission.refresh_from_db()
    assert submission.verdict == "wrong_answer"


def test_a_source_is_shown_as_text(as_admin: Client, submission: Submission) -> None:
    page = as_admin.get(reverse("admin:exercises_submission_change", args=[submission.pk])).content.decode()

    assert "&lt;b&gt;" in page
    assert "2 of 8 cases fail" in page


def test_a_submission_is_graded_again(as_admin: Client, submission: Submission) -> None:
    as_admin.post(
        reverse("admin:exercises_submission_changelist"), {"action": "grade_again", "_selected_action": [submission.pk]}
    )
    before = submission.attempt
    submission.refresh_from_db()

    assert submission.waiting
    assert submission.attempt != before
