"""Running on one's own input: the form, what is refused, and what the graders are told."""

from typing import Any

import pytest
from django.test import Client

from exercises.models import Exercise, Submission
from quiz.people.models import User

FORM = "/exercises/softmax/input"
SUBMIT = "/exercises/softmax/submit"
SOURCE = "def softmax(x, axis=-1):\n    return x\n"
HTMX = {"HX-Request": "true"}
SAMPLE = {"x": {"dtype": "float64", "shape": [2, 2], "values": [[0.25, 1.0], ["nan", -3.0]]}}

pytestmark = pytest.mark.usefixtures("exercise")


def try_it(client: Client, x: str = "[[1.0, nan]]", **more: str) -> Any:
    fields = {"framework": "numpy", "purpose": "try", "source": SOURCE, "input-x": x, **more}
    return client.post(SUBMIT, fields, headers=HTMX)


@pytest.fixture
def sampled(exercise: Exercise, bob: User) -> Submission:
    """Somebody has run the samples."""
    report = {"verdict": "accepted", "cases": [{"name": "square", "verdict": "accepted", "inputs": SAMPLE}]}
    return Submission.objects.create(user=bob, exercise=exercise, version=exercise.version, framework="numpy",
                                     verdict="accepted", report=report, purpose="run")  # fmt: skip


def test_before_any_run_it_says_what_to_do(client: Client) -> None:
    assert "Then a sample stands here" in client.get(FORM).content.decode()


def test_a_sample_stands_in_the_form(client: Client, sampled: Submission) -> None:
    page = client.get(FORM).content.decode()

    assert "[[0.25, 1.0], [nan, -3.0]]" in page
    assert "float64, shape (2, 2)" in page


def test_without_script_the_workbench_has_the_form(client: Client, sampled: Submission) -> None:
    page = client.get("/exercises/softmax/?framework=numpy&own").content.decode()

    assert 'name="input-x"' in page
    assert 'value="try"' in page


def test_what_was_tried_last_stands_there_again(as_alice: Client, sampled: Submission) -> None:
    try_it(as_alice, "[[7.0]]")

    assert "[[7.0]]" in as_alice.get(FORM).content.decode()


def test_an_input_waits_for_its_verdict_and_is_not_recorded(as_alice: Client) -> None:
    try_it(as_alice)

    submission = Submission.objects.get()
    assert submission.purpose == "try"
    assert submission.inputs == {"x": [[1.0, "nan"]]}
    assert not Submission.objects.recorded().exists()


def test_the_graders_are_told_the_input(as_alice: Client) -> None:
    try_it(as_alice, "[[1, 2]]")
    job = Submission.objects.select_related("exercise", "version").get().job()

    assert (job["purpose"], job["inputs"]) == ("try", {"x": [[1, 2]]})


def test_lists_dicts_and_seeds_can_be_changed(client: Client, sampled: Submission) -> None:
    row = {"dtype": "float64", "shape": [1], "values": [0.5]}
    inputs = {
        "params": {"dtype": "list", "shape": None, "values": {"[0].w": row, "[0].b": row, "[1].w": row}},
        "cache": {"dtype": "dict", "shape": None, "values": {"k": row, "v[0]": row}},
        "rng": {"dtype": "generator", "shape": None, "values": "seed 77"},
    }
    sampled.report["cases"][0]["inputs"] = inputs
    sampled.save()
    texts = {field.name: field.text for field in client.get(FORM).context["own_input"]}

    assert texts == {
        "params": "[{'w': [0.5], 'b': [0.5]}, {'w': [0.5]}]",
        "cache": "{'k': [0.5], 'v': [[0.5]]}",
        "rng": "77",
    }


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[1, 2", "this is not Python"),
        ("__import__('os')", "only numbers, lists, text"),
        ("  ", "`x`: this is empty".replace("`x`", "<code>x</code>")),
        (str([0.0] * 5000), "These are 5000 numbers"),
    ],
)
def test_what_cannot_be_read_is_told_why(as_alice: Client, text: str, sentence: str) -> None:
    assert sentence in try_it(as_alice, text).content.decode()
    assert not Submission.objects.exists()


def test_the_same_code_on_another_input_is_another_try(as_alice: Client) -> None:
    for x in ("[1.0]", "[1.0]", "[2.0]"):
        try_it(as_alice, x)

    assert Submission.objects.count() == 2


def test_its_result_says_that_it_is_ones_own(as_alice: Client, alice: User, exercise: Exercise) -> None:
    report = {
        "verdict": "accepted",
        "message": "",
        "cases": [{"name": "your input", "verdict": "accepted", "inputs": SAMPLE}],
    }
    row = Submission.objects.create(user=alice, exercise=exercise, version=exercise.version, framework="numpy",
                                    verdict="accepted", report=report, purpose="try", inputs={"x": [1.0]})  # fmt: skip
    page = as_alice.get(row.get_absolute_url()).content.decode()

    assert "The same as the reference" in page
    assert "your own input, not recorded" in page
    assert 'class="case case--good" open>' in page
