"""The list of exercises."""

import pytest
from django.test import Client

from exercises.folder import read_folder
from exercises.loading import store_all
from exercises.models import Exercise, Submission
from exercises.shipped import CONTENT
from quiz.people.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def three() -> None:
    store_all([read_folder(CONTENT / slug) for slug in ("softmax", "dropout", "mlp-backprop")])


def slugs(client: Client, query: str = "") -> list[str]:
    return [exercise.slug for exercise, _ in client.get(f"/exercises/{query}").context["rows"]]


def solve(user: User, slug: str, framework: str = "numpy", verdict: str = "accepted") -> None:
    exercise = Exercise.objects.get(slug=slug)
    Submission.objects.create(
        user=user, exercise=exercise, version=exercise.version, framework=framework, verdict=verdict
    )


def test_it_lists_by_topic_in_the_order_of_learning(client: Client) -> None:
    assert slugs(client) == ["softmax", "mlp-backprop", "dropout"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param("?topic=regularisation", ["dropout"], id="topic"),
        pytest.param("?difficulty=easy", ["softmax", "dropout"], id="difficulty"),
        pytest.param("?framework=torch&topic=activations", ["softmax"], id="framework and topic"),
        pytest.param("?q=overflow", ["softmax"], id="a word of the summary"),
        pytest.param("?q=inverted+DROPOUT", ["dropout"], id="two words"),
        pytest.param("?q=nothing+of+this", [], id="nothing"),
        pytest.param("?topic=unknown", ["softmax", "mlp-backprop", "dropout"], id="an unknown topic"),
        pytest.param("?q=%00", ["softmax", "mlp-backprop", "dropout"], id="NUL"),
    ],
)
def test_filters_are_links(client: Client, query: str, found: list[str]) -> None:
    assert slugs(client, query) == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param("?state=solved", [], id="solved in all frameworks"),
        pytest.param("?state=solved&framework=numpy", ["softmax"], id="solved in NumPy"),
        pytest.param("?state=tried", ["softmax", "dropout"], id="tried"),
        pytest.param("?state=new", ["mlp-backprop"], id="new"),
    ],
)
def test_a_person_can_ask_for_what_they_have_not_solved(
    as_alice: Client, alice: User, query: str, found: list[str]
) -> None:
    solve(alice, "softmax")
    solve(alice, "dropout", verdict="wrong_answer")

    assert slugs(as_alice, query) == found


def test_it_says_in_words_what_is_solved(as_alice: Client, alice: User) -> None:
    solve(alice, "softmax")
    shown = as_alice.get("/exercises/").content.decode()

    assert "NumPy: solved" in shown
    assert "1 of 6 solved" in shown


def test_what_others_solved_is_new_to_me(as_alice: Client, bob: User) -> None:
    solve(bob, "softmax")

    assert "solved</span>" not in as_alice.get("/exercises/").content.decode()


def test_a_run_is_not_a_try(as_alice: Client, alice: User) -> None:
    solve(alice, "softmax")
    Submission.objects.update(purpose="run")

    assert slugs(as_alice, "?state=new") == ["softmax", "mlp-backprop", "dropout"]


def test_htmx_gets_the_rows_alone(client: Client) -> None:
    answer = client.get("/exercises/?q=softmax", headers={"HX-Request": "true"})

    assert "<html" not in answer.content.decode()
    assert "HX-Request" in answer["Vary"]


def test_the_number_of_queries_does_not_grow_with_the_list(
    as_alice: Client, django_assert_max_num_queries: object
) -> None:
    with django_assert_max_num_queries(8):  # type: ignore[operator]
        as_alice.get("/exercises/")
