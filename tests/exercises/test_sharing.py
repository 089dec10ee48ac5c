"""Other people's solutions: who sees them, whose they are, and under which name."""

from typing import Any

import pytest
from django.test import Client

from exercises.models import Exercise, Help, Submission
from quiz.people.models import User

SOLUTIONS = "/exercises/softmax/solutions/"


def solve(exercise: Exercise, user: User, source: str = "mine = 1", **more: Any) -> Submission:
    values = {"version": exercise.version, "framework": "numpy", "verdict": "accepted", "source": source, **more}
    return Submission.objects.create(user=user, exercise=exercise, **values)


def page(client: Client, query: str = "") -> str:
    return str(client.get(SOLUTIONS + query).content.decode())


def titles(client: Client, query: str = "") -> list[str]:
    return [solution.title for solution in client.get(SOLUTIONS + query).context["page"]]


def test_they_are_closed_before_it_is_solved(as_alice: Client, exercise: Exercise, bob: User) -> None:
    solve(exercise, bob, "secret = 1", shared="named")
    answer = as_alice.get(SOLUTIONS)

    assert answer.status_code == 403
    assert "secret" not in answer.content.decode()


def test_they_are_closed_to_visitors(client: Client, exercise: Exercise) -> None:
    assert client.get(SOLUTIONS).status_code == 403


def test_giving_up_opens_them(as_alice: Client, alice: User, exercise: Exercise) -> None:
    Help.objects.create(user=alice, exercise=exercise, gave_up=True)

    assert as_alice.get(SOLUTIONS).status_code == 200


def test_only_what_is_shared_is_shown(as_alice: Client, alice: User, bob: User, exercise: Exercise) -> None:
    solve(exercise, alice)
    solve(exercise, bob, "private = 1")

    assert titles(as_alice) == []
    assert "private" not in page(as_alice)


@pytest.mark.parametrize(
    ("shared", "listed", "name"),
    [("named", True, "bob"), ("anonymous", True, "Somebody"), ("named", False, "Somebody")],
)
def test_a_name_is_shown_only_where_its_owner_wants_it(
    as_alice: Client, alice: User, bob: User, exercise: Exercise, shared: str, listed: bool, name: str
) -> None:
    solve(exercise, alice)
    solve(exercise, bob, "theirs = 1", shared=shared)
    User.objects.filter(pk=bob.pk).update(listed=listed)

    assert titles(as_alice) == [name]


def test_each_person_shows_the_latest_and_each_source_once(
    as_alice: Client, alice: User, bob: User, exercise: Exercise
) -> None:
    for source in ("old = 1", "new = 1"):
        solve(exercise, bob, source, shared="named")
    solve(exercise, alice, "new = 1\n", shared="named")
    carol = User.objects.create_user("carol")
    solve(exercise, carol, "carols = 1", shared="named")

    assert titles(as_alice) == ["carol", "alice"]


def test_a_framework_has_its_own(as_alice: Client, alice: User, bob: User, exercise: Exercise) -> None:
    solve(exercise, alice)
    solve(exercise, bob, framework="torch", shared="named")

    assert titles(as_alice, "?framework=numpy") == []
    assert titles(as_alice, "?framework=torch") == ["bob"]


def test_the_ways_that_come_with_the_exercise_are_there(as_alice: Client, alice: User, exercise: Exercise) -> None:
    solve(exercise, alice)

    assert "Ways that come with the exercise" in page(as_alice)
    assert "axis_0" not in page(as_alice)


def share(client: Client, submission: Submission, shared: str) -> Any:
    return client.post(f"/submissions/{submission.pk}/share", {"shared": shared})


def test_sharing_can_be_taken_back(as_alice: Client, alice: User, exercise: Exercise) -> None:
    mine = solve(exercise, alice)
    for shared in ("named", "anonymous", ""):
        share(as_alice, mine, shared)
        mine.refresh_from_db()
        assert mine.shared == shared


def test_an_unknown_word_shares_nothing(as_alice: Client, alice: User, exercise: Exercise) -> None:
    mine = solve(exercise, alice, shared="named")
    share(as_alice, mine, "everywhere")
    mine.refresh_from_db()

    assert mine.shared == ""


def test_nobody_shares_for_another(as_alice: Client, bob: User, exercise: Exercise) -> None:
    assert share(as_alice, solve(exercise, bob), "named").status_code == 404


@pytest.mark.parametrize("more", [{"verdict": "wrong_answer"}, {"purpose": "run"}])
def test_only_a_solution_can_be_shared(as_alice: Client, alice: User, exercise: Exercise, more: Any) -> None:
    assert share(as_alice, solve(exercise, alice, **more), "named").status_code == 404


def test_the_result_asks_its_owner_and_nobody_else(
    as_alice: Client, alice: User, exercise: Exercise, client: Client
) -> None:
    mine = solve(exercise, alice, report={"verdict": "accepted", "cases": []})
    asked = "Share this solution with others"
    assert asked in as_alice.get(mine.get_absolute_url()).content.decode()

    client.force_login(User.objects.create_user("staff", is_staff=True))
    assert asked not in client.get(mine.get_absolute_url()).content.decode()
