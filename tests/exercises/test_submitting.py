"""The form of the workbench: what is taken, what is refused, and that nothing typed is ever lost."""

from datetime import timedelta
from typing import Any
from urllib.parse import quote_from_bytes

import pytest
from django.test import Client
from django.utils import timezone

from exercises.models import Draft, Exercise, Submission
from quiz.people.models import User

SUBMIT = "/exercises/softmax/submit"
SOURCE = "def softmax(x, axis=-1):\n    return x\n"
HTMX = {"HX-Request": "true"}

pytestmark = pytest.mark.usefixtures("exercise")


def send(client: Client, source: str = SOURCE, **more: Any) -> Any:
    return client.post(SUBMIT, {"framework": "numpy", "purpose": "submit", "source": source, **more}, headers=HTMX)


def send_bytes(client: Client, source: bytes) -> Any:
    body = f"framework=numpy&purpose=submit&source={quote_from_bytes(source)}"
    return client.post(SUBMIT, body, content_type="application/x-www-form-urlencoded", headers=HTMX)


def test_a_visitor_becomes_a_guest_and_waits_for_a_verdict(client: Client) -> None:
    answer = send(client)

    submission = Submission.objects.get()
    assert submission.user.is_guest
    assert submission.waiting
    assert f"/submissions/{submission.pk}/events" in answer.content.decode()


def test_without_script_it_goes_to_the_submission(as_alice: Client) -> None:
    answer = as_alice.post(SUBMIT, {"framework": "numpy", "source": SOURCE})

    assert answer.status_code == 302
    assert answer["Location"] == Submission.objects.get().get_absolute_url()


def test_a_browsers_line_ends_become_pythons(as_alice: Client) -> None:
    send(as_alice, "a = 1\r\nb = 2\r\n")

    assert Submission.objects.get().source == "a = 1\nb = 2\n"


def test_letters_beyond_ascii_arrive_as_they_are(as_alice: Client) -> None:
    send_bytes(as_alice, "# σ(x) → ½".encode())

    assert Submission.objects.get().source == "# σ(x) → ½"


def test_what_is_submitted_is_the_draft_as_well(as_alice: Client, alice: User) -> None:
    send(as_alice)

    assert Draft.objects.get(user=alice, framework="numpy").source == SOURCE


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        pytest.param(b"", "The source is empty.", id="empty"),
        pytest.param(b"  \n", "The source is empty.", id="blank"),
        pytest.param(b"x = 1\n" * 20_000, "at most 64 KiB are read", id="100 KiB"),
        pytest.param(b"a = 1\nb = '\x00'\n", "Line 2: there is a NUL byte", id="NUL"),
        pytest.param(b"a = 1\n# \xff\xfe\n", "Line 2: this is not UTF-8", id="not UTF-8"),
    ],
)
def test_a_source_that_cannot_be_read_is_told_why(as_alice: Client, source: bytes, sentence: str) -> None:
    answer = send_bytes(as_alice, source)

    assert answer.status_code == 200
    assert sentence in answer.content.decode()
    assert not Submission.objects.exists()


def test_ten_megabytes_are_refused_with_a_sentence(as_alice: Client) -> None:
    answer = send_bytes(as_alice, b"a" * 10_000_000)

    assert answer.status_code == 200
    assert "This is 9.5 MiB of source." in answer.content.decode()
    assert not Submission.objects.exists()


def test_a_refused_source_stands_in_the_editor_again(as_alice: Client) -> None:
    answer = as_alice.post(SUBMIT, {"framework": "torch", "source": "keep = 'me\0'"})

    assert "keep = &#x27;me\ufffd&#x27;" in answer.content.decode()
    assert "NUL byte" in answer.content.decode()


def test_the_same_again_within_seconds_is_the_same_submission(as_alice: Client) -> None:
    first, second = send(as_alice), send(as_alice)

    assert Submission.objects.count() == 1
    assert first.content == second.content


@pytest.mark.parametrize("change", [{"source": "y = 2"}, {"framework": "torch"}, {"purpose": "run"}])
def test_something_else_is_another_submission(as_alice: Client, change: dict[str, str]) -> None:
    send(as_alice)
    send(as_alice, **change)

    assert Submission.objects.count() == 2


def test_the_same_a_minute_later_is_another_submission(as_alice: Client) -> None:
    send(as_alice)
    Submission.objects.update(created=timezone.now() - timedelta(minutes=1))
    send(as_alice)

    assert Submission.objects.count() == 2


def test_with_three_waiting_a_fourth_is_not_taken(as_alice: Client) -> None:
    answers = [send(as_alice, f"x = {number}") for number in range(4)]

    assert Submission.objects.count() == 3
    assert "3 of your submissions are still being graded" in answers[-1].content.decode()


def test_more_than_twenty_a_minute_are_not_taken(as_alice: Client, alice: User, exercise: Exercise) -> None:
    values = {"exercise": exercise, "version": exercise.version, "framework": "numpy", "verdict": "accepted"}
    Submission.objects.bulk_create(Submission(user=alice, source=str(n), **values) for n in range(20))
    answer = send(as_alice)

    assert Submission.objects.count() == 20
    assert "More than 20 submissions within a minute" in answer.content.decode()


def test_one_persons_pace_does_not_slow_another(as_alice: Client, bob: User) -> None:
    for number in range(3):
        send(as_alice, f"x = {number}")
    other = Client()
    other.force_login(bob)
    send(other)

    assert Submission.objects.filter(user=bob).exists()


def test_an_unknown_framework_is_the_first_one(as_alice: Client) -> None:
    send(as_alice, framework="fortran")

    assert Submission.objects.get().framework == "numpy"


def test_an_unknown_exercise_is_not_found(as_alice: Client) -> None:
    assert as_alice.post("/exercises/nothing/submit", {"source": SOURCE}).status_code == 404


@pytest.mark.parametrize("path", ["submit", "draft"])
def test_a_stale_page_keeps_what_was_typed(alice: User, path: str) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(alice)
    answer = strict.post(f"/exercises/softmax/{path}", {"framework": "torch", "source": "kept = True"})

    assert answer.status_code == 200
    assert "Nothing is lost: send it once more." in answer.content.decode()
    assert "kept = True" in answer.content.decode()
    assert not Submission.objects.exists()
    assert not Draft.objects.exists()


def test_ten_megabytes_with_a_stale_token_are_no_error_page(alice: User) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(alice)
    answer = send_bytes(strict, b"a" * 10_000_000)

    assert answer.status_code == 200
    assert "At most 64 KiB are read" in answer.content.decode()


def test_a_stale_draft_is_told_so(alice: User) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(alice)
    answer = strict.post("/exercises/softmax/draft", {"source": "x"}, headers={"Accept": "application/json"})

    assert answer.json()["stale"] is True
    assert not Draft.objects.exists()


def test_a_page_with_its_token_is_taken(alice: User) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(alice)
    strict.get("/exercises/softmax/")
    token = strict.cookies["csrftoken"].value
    strict.post(SUBMIT, {"framework": "numpy", "source": SOURCE, "csrfmiddlewaretoken": token})

    assert Submission.objects.count() == 1
