"""The workbench, its drafts and its help."""

from typing import Any

import pytest
from django.test import Client

from exercises.folder import Folder
from exercises.models import Draft, Exercise, Help, Submission
from quiz.people.models import User

WORKBENCH = "/exercises/softmax/"

pytestmark = pytest.mark.usefixtures("exercise")


def page(client: Client, query: str = "") -> str:
    answer = client.get(WORKBENCH + query)
    assert answer.status_code == 200
    return str(answer.content.decode())


def editor(client: Client, query: str = "") -> str:
    return str(client.get(WORKBENCH + query).context["desk"].source)


def test_it_shows_the_task_with_formulas_and_the_starter(client: Client, softmax: Folder) -> None:
    shown = page(client)

    assert "<math" in shown
    assert editor(client) == softmax.starter("numpy")


def test_the_other_framework_has_its_own_starter(client: Client, softmax: Folder) -> None:
    assert editor(client, "?framework=torch") == softmax.starter("torch")


def test_an_unknown_exercise_is_not_found(client: Client) -> None:
    assert client.get("/exercises/nothing/").status_code == 404


def test_an_exercise_that_is_not_published_is_not_found(client: Client, exercise: Exercise) -> None:
    Exercise.objects.update(published=False)

    assert client.get(WORKBENCH).status_code == 404


def test_a_look_makes_nobody_a_guest(client: Client) -> None:
    page(client)

    assert not User.objects.exists()


def save(client: Client, source: str, framework: str = "numpy", **more: Any) -> Any:
    return client.post(WORKBENCH + "draft", {"framework": framework, "source": source}, **more)


def test_drafts_of_both_frameworks_are_kept(as_alice: Client) -> None:
    save(as_alice, "in numpy")
    save(as_alice, "in torch", "torch")

    assert editor(as_alice, "?framework=numpy") == "in numpy"
    assert editor(as_alice, "?framework=torch") == "in torch"


def test_it_opens_with_the_framework_of_the_last_draft(as_alice: Client) -> None:
    save(as_alice, "in numpy")
    save(as_alice, "in torch", "torch")

    assert editor(as_alice) == "in torch"


def test_the_editor_is_told_when_its_draft_was_saved(as_alice: Client) -> None:
    answer = save(as_alice, "x = 1", headers={"Accept": "application/json"})

    assert answer.json()["saved"] == int(Draft.objects.get().updated.timestamp() * 1000)


def test_a_draft_that_cannot_be_kept_says_why(as_alice: Client) -> None:
    answer = save(as_alice, "\0", headers={"Accept": "application/json"})

    assert "NUL" in answer.json()["problem"]
    assert not Draft.objects.exists()


def test_a_draft_is_nobody_elses(as_alice: Client, bob: User, softmax: Folder) -> None:
    save(as_alice, "mine")
    as_alice.force_login(bob)

    assert editor(as_alice) == softmax.starter("numpy")


def saved_at(client: Client) -> int:
    saved = client.get(WORKBENCH).context["desk"].saved
    return int(saved.moment) if saved else 0


JSON = {"Accept": "application/json"}


def test_a_page_that_has_seen_the_draft_replaces_it(as_alice: Client) -> None:
    save(as_alice, "first")
    data = {"framework": "numpy", "source": "second", "base": saved_at(as_alice)}
    answer = as_alice.post(WORKBENCH + "draft", data, headers=JSON)

    assert answer.json()["saved"]
    assert editor(as_alice) == "second"


def test_a_page_that_has_not_is_offered_both(as_alice: Client) -> None:
    save(as_alice, "from the phone")
    answer = save(as_alice, "from the desktop", headers=JSON)

    assert answer.json() == {"conflict": "from the phone", "saved": saved_at(as_alice)}
    assert editor(as_alice) == "from the phone"


def test_the_same_text_twice_is_no_conflict(as_alice: Client) -> None:
    save(as_alice, "the same")

    assert "saved" in save(as_alice, "the same", headers=JSON).json()


def test_without_script_both_drafts_are_kept_as_well(as_alice: Client) -> None:
    save(as_alice, "from the phone")
    page = save(as_alice, "from the desktop").content.decode()

    assert "Another page has saved a different draft" in page
    assert "from the desktop" in page
    assert Draft.objects.get().source == "from the phone"


def test_submitting_does_not_overwrite_another_draft(as_alice: Client) -> None:
    save(as_alice, "from the phone")
    fields = {"framework": "numpy", "source": "from the desktop"}
    answer = as_alice.post(WORKBENCH + "submit", fields, headers={"HX-Request": "true"})

    assert editor(as_alice) == "from the phone"
    assert Submission.objects.get().source == "from the desktop"
    assert "X-Draft-Saved" not in answer.headers


@pytest.mark.parametrize("path", ["submit", "draft"])
def test_after_a_logout_nothing_is_taken_and_nothing_lost(client: Client, alice: User, path: str) -> None:
    fields = {"framework": "torch", "source": "kept = True", "owner": alice.pk}
    page = client.post(WORKBENCH + path, fields).content.decode()

    assert "kept = True" in page
    assert "/accounts/login/?next=%2Fexercises%2Fsoftmax%2F%3Fframework%3Dtorch" in page
    assert not Draft.objects.exists()
    assert not Submission.objects.exists()


def test_a_visitors_page_may_become_a_persons(as_alice: Client) -> None:
    as_alice.post(WORKBENCH + "draft", {"framework": "numpy", "source": "x = 1", "owner": ""})

    assert Draft.objects.exists()


def test_the_editor_knows_the_names_of_the_statement(client: Client) -> None:
    assert {"softmax", "x", "axis"} <= set(client.get(WORKBENCH).context["desk"].names)


def test_both_frameworks_stand_side_by_side(as_alice: Client, alice: User, exercise: Exercise) -> None:
    save(as_alice, "in numpy")
    save(as_alice, "in torch", "torch")
    Submission.objects.create(
        user=alice, exercise=exercise, version=exercise.version, framework="torch", verdict="accepted"
    )
    answer = as_alice.get(WORKBENCH + "both/")
    shown = answer.content.decode()

    assert [desk.source for desk in answer.context["desks"]] == ["in numpy", "in torch"]
    assert "NumPy: new" in shown
    assert "PyTorch: solved" in shown


@pytest.mark.parametrize("path", ["", "both/", "solutions/"])
def test_the_number_of_queries_is_bounded(
    as_alice: Client, alice: User, exercise: Exercise, path: str, django_assert_max_num_queries: Any
) -> None:
    for number in range(12):
        Submission.objects.create(user=alice, exercise=exercise, version=exercise.version, framework="numpy",
                                  source=f"x = {number}", verdict="accepted", shared="named")  # fmt: skip
    with django_assert_max_num_queries(12):
        as_alice.get(WORKBENCH + path)


def test_reset_brings_back_the_starter_of_one_framework(as_alice: Client, softmax: Folder) -> None:
    save(as_alice, "in numpy")
    save(as_alice, "in torch", "torch")
    as_alice.post(WORKBENCH + "reset", {"framework": "numpy"})

    assert editor(as_alice, "?framework=numpy") == softmax.starter("numpy")
    assert editor(as_alice, "?framework=torch") == "in torch"


def test_hints_come_one_by_one(as_alice: Client) -> None:
    assert "Hint 1</summary>" not in page(as_alice)

    as_alice.post(WORKBENCH + "hint")
    first = page(as_alice)
    assert "Hint 1</summary>" in first
    assert "Hint 2</summary>" not in first


def test_there_are_no_more_hints_than_there_are(as_alice: Client, softmax: Folder) -> None:
    for _ in range(len(softmax.hints) + 2):
        as_alice.post(WORKBENCH + "hint")

    assert Help.objects.get().hints == len(softmax.hints)


def test_the_editorial_is_not_in_the_page_before(as_alice: Client) -> None:
    assert "What interviewers ask next" not in page(as_alice)


def test_giving_up_opens_the_editorial(as_alice: Client) -> None:
    as_alice.post(WORKBENCH + "give-up")

    assert "What interviewers ask next" in page(as_alice)


def test_solving_opens_the_editorial(as_alice: Client, alice: User, exercise: Exercise) -> None:
    Submission.objects.create(
        user=alice, exercise=exercise, version=exercise.version, framework="numpy", verdict="accepted"
    )

    assert "What interviewers ask next" in page(as_alice)


def test_a_hint_comes_alone_to_htmx(as_alice: Client) -> None:
    answer = as_alice.post(WORKBENCH + "hint", headers={"HX-Request": "true"}).content.decode()

    assert answer.startswith('<section id="help"')


BUG = "?bug=wrong_answer-numpy-axis_0"


def test_a_bug_to_put_right_lies_on_an_empty_desk_without_what_tells_it(client: Client, softmax: Folder) -> None:
    bug = softmax.wrong_attempt(BUG.removeprefix("?bug="))

    assert bug is not None
    assert editor(client, BUG) == bug.code
    assert not editor(client, BUG).startswith('"""')
    assert "The code with the bug stands in the editor" in page(client, BUG)


def test_a_bug_to_put_right_never_takes_the_place_of_a_draft(client: Client, exercise: Exercise) -> None:
    client.post(f"{WORKBENCH}draft", {"framework": "numpy", "source": "mine = 1"})

    assert editor(client, BUG) == "mine = 1"
    assert "your own draft, as you left it" in page(client, BUG)


def test_a_bug_of_the_other_framework_opens_that_desk(client: Client) -> None:
    assert client.get(WORKBENCH + "?bug=wrong_answer-torch-axis_0").context["framework"] == "torch"


def test_a_solution_is_not_to_be_had_as_a_bug(client: Client, softmax: Folder) -> None:
    assert editor(client, "?bug=accepted-numpy-shifted") == softmax.starter("numpy")
