"""The pages that show differences: whose they are and what they compare."""

from typing import Any

import pytest
from django.test import Client

from exercises.models import Exercise, Submission
from quiz.people.models import User


@pytest.fixture
def two(exercise: Exercise, alice: User) -> list[Submission]:
    return [make(exercise, alice, source) for source in ("a = 1\nb = 2\n", "a = 1\nb = 3\n")]


def make(exercise: Exercise, user: User, source: str, **more: Any) -> Submission:
    values = {"version": exercise.version, "framework": "numpy", "verdict": "wrong_answer", **more}
    return Submission.objects.create(user=user, exercise=exercise, source=source, **values)


def test_two_submissions_are_compared(as_alice: Client, two: list[Submission]) -> None:
    page = as_alice.get(f"/submissions/{two[1].pk}/diff/?against={two[0].pk}").content.decode()

    assert "<del>2</del>" in page
    assert "<ins>3</ins>" in page


def test_without_a_choice_it_is_the_starter(as_alice: Client, two: list[Submission]) -> None:
    page = as_alice.get(f"/submissions/{two[0].pk}/diff/").content.decode()

    assert "raise NotImplementedError" in page


@pytest.mark.parametrize("against", ["999999", "nothing", "-1", "9" * 40])
def test_what_is_not_there_is_not_found(as_alice: Client, two: list[Submission], against: str) -> None:
    assert as_alice.get(f"/submissions/{two[0].pk}/diff/?against={against}").status_code == 404


def test_a_strangers_submission_is_not_found(client: Client, bob: User, two: list[Submission]) -> None:
    client.force_login(bob)

    assert client.get(f"/submissions/{two[0].pk}/diff/").status_code == 404


def test_nor_can_one_compare_with_a_strangers(as_alice: Client, two: list[Submission], bob: User) -> None:
    theirs = make(two[0].exercise, bob, "secret = 1\n")
    answer = as_alice.get(f"/submissions/{two[0].pk}/diff/?against={theirs.pk}")

    assert answer.status_code == 404


def test_the_editor_is_compared_with_a_submission(as_alice: Client, two: list[Submission]) -> None:
    fields = {"framework": "numpy", "source": "a = 1\r\nb = 9\r\n", "against": str(two[0].pk)}
    answer = as_alice.post("/exercises/softmax/compare", fields, headers={"HX-Request": "true"})

    assert answer.content.decode().startswith('<section class="diff"')
    assert "<ins>9</ins>" in answer.content.decode()


def test_without_script_the_differences_are_a_page(as_alice: Client, two: list[Submission]) -> None:
    answer = as_alice.post("/exercises/softmax/compare", {"source": "x = 1", "against": "starter"})

    assert "Back to the workbench" in answer.content.decode()


def test_what_was_written_is_text(as_alice: Client, two: list[Submission]) -> None:
    answer = as_alice.post("/exercises/softmax/compare", {"source": "x = '<b>'", "against": "starter"})

    assert "<b>" not in answer.content.decode()
