"""The speed of a solution among everybody's."""

from typing import Any

import pytest
from django.test import Client

from exercises.models import Exercise, Submission
from exercises.speed_chart import chart_of
from quiz.people.models import User


def timed(exercise: Exercise, user: User, ratio: float | None) -> Submission:
    speed = None if ratio is None else {"ratio": ratio, "low": ratio, "high": ratio, "rounds": 12}
    report: dict[str, Any] = {"verdict": "accepted", "message": "", "cases": [], "speed": speed}
    return Submission.objects.create(user=user, exercise=exercise, version=exercise.version, framework="numpy",
                                     verdict="accepted", report=report)  # fmt: skip


@pytest.fixture
def crowd(exercise: Exercise, db: None) -> None:
    for number, ratio in enumerate((0.6, 1.2, 3.0, 9.0)):
        timed(exercise, User.objects.create_user(f"person-{number}"), ratio)


def test_it_says_how_many_are_slower(crowd: None, exercise: Exercise, alice: User) -> None:
    chart = chart_of(timed(exercise, alice, 1.1))

    assert chart is not None
    assert (chart.people, chart.slower, chart.percent) == (4, 3, 75)
    assert [(bar.label, bar.count) for bar in chart.bars if bar.mine] == [("1 to 1.41", 2)]


def test_among_few_people_there_is_no_chart(exercise: Exercise, alice: User, bob: User) -> None:
    timed(exercise, bob, 1.0)

    assert chart_of(timed(exercise, alice, 2.0)) is None


def test_the_page_shows_it(as_alice: Client, crowd: None, exercise: Exercise, alice: User) -> None:
    page = as_alice.get(timed(exercise, alice, 1.1).get_absolute_url()).content.decode()

    assert "faster than 75 % of 4 other solutions" in page


def test_before_it_is_measured_the_answer_is_empty(as_alice: Client, exercise: Exercise, alice: User) -> None:
    answer = as_alice.get(f"/submissions/{timed(exercise, alice, None).pk}/speed")

    assert answer.status_code == 200
    assert answer.content.strip() == b""


def test_it_is_nobody_elses(as_alice: Client, exercise: Exercise, bob: User) -> None:
    assert as_alice.get(f"/submissions/{timed(exercise, bob, 1.0).pk}/speed").status_code == 404
