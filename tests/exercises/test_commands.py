"""The commands, with the real sandbox; `grade` without any database."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from exercises.folder import Folder, make_folder, read_folder
from exercises.loading import store_all
from exercises.models import Exercise, Submission
from exercises.shipped import CONTENT
from quiz.people.models import User

ROOT = Path(__file__).resolve().parents[2]
ATTEMPTS = CONTENT / "softmax" / "attempts"


def manage(*arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run a command where no database and no broker can be reached."""
    away = {"DATABASE_URL": "sqlite:////nowhere/db.sqlite3", "REDIS_URL": "redis://127.0.0.1:1/0"}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env={**os.environ, **away},
        capture_output=True,
        text=True,
        timeout=300,
    )


def test_grade_prints_one_report_a_line_in_the_order_of_the_files(tmp_path: Path) -> None:
    empty = tmp_path / "empty.py"
    empty.touch()
    files = [str(ATTEMPTS / "wrong_answer-numpy-axis_0.py"), str(empty), str(ATTEMPTS / "accepted-numpy-shifted.py")]
    done = manage("grade", "softmax", *files, "--framework", "numpy", "--json", "--seed", "3")
    reports = [json.loads(line) for line in done.stdout.splitlines()]

    assert [report["file"] for report in reports] == files
    assert [report["verdict"] for report in reports] == ["wrong_answer", "invalid", "accepted"]
    assert reports[0]["diagnosis"]["slug"] == "axis_0"
    assert reports[0]["seed"] == 3
    assert done.returncode == 1


def test_grade_says_verdict_sentence_and_first_failing_case() -> None:
    done = manage("grade", "softmax", str(ATTEMPTS / "wrong_answer-numpy-whole_array.py"), "--framework", "numpy")

    assert "whole_array.py: wrong_answer" in done.stdout
    assert "This looks like: You divide by the sum of the whole array" in done.stdout
    assert "First failing case, square: 16 of 16 values differ" in done.stdout


def test_grade_of_what_is_accepted_succeeds() -> None:
    done = manage("grade", "softmax", str(ATTEMPTS / "accepted-torch-shifted.py"), "--framework", "torch")

    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        pytest.param(["softmx", "x.py"], "softmx: there is no such folder\nExercises: ", id="exercise"),
        pytest.param(["softmax", "/nowhere/x.py"], "/nowhere/x.py: No such file", id="file"),
    ],
)
def test_grade_names_what_is_not_there(arguments: list[str], complaint: str) -> None:
    with pytest.raises(CommandError) as error:
        call_command("grade", *arguments, "--framework", "numpy")

    assert complaint in str(error.value)


def test_export_writes_folders_that_read_the_same(exercise: Exercise, softmax: Folder, tmp_path: Path) -> None:
    call_command("export_content", tmp_path / "out", stdout=StringIO())

    assert read_folder(tmp_path / "out" / "softmax") == softmax


def test_export_writes_over_nothing(exercise: Exercise, tmp_path: Path) -> None:
    (tmp_path / "mine").touch()

    with pytest.raises(CommandError, match="not an empty folder"):
        call_command("export_content", tmp_path)


@pytest.fixture
def accepted(exercise: Exercise, alice: User, attempt: Callable[[str], str]) -> Submission:
    """A submission that was accepted, rightly."""
    return Submission.objects.create(
        user=alice,
        exercise=exercise,
        version=exercise.version,
        framework="numpy",
        source=attempt("accepted-numpy-shifted"),
        verdict="accepted",
        seed=7,
    )


def test_replay_repeats_a_verdict(accepted: Submission) -> None:
    out = StringIO()
    call_command("replay", accepted.pk, stdout=out)

    assert "Now:      accepted. All 9 cases pass." in out.getvalue()


def test_replay_tells_of_another_verdict(accepted: Submission) -> None:
    Submission.objects.update(verdict="wrong_answer")

    with pytest.raises(SystemExit):
        call_command("replay", accepted.pk, stdout=StringIO())
    accepted.refresh_from_db()
    assert accepted.verdict == "wrong_answer"


@pytest.fixture
def stricter(accepted: Submission, softmax: Folder) -> str:
    """A new version, in which what was accepted is forbidden."""
    facts = softmax.files["exercise.yaml"].replace("forbidden:", "forbidden:\n  numpy: [exp]")
    store_all([make_folder("softmax", softmax.files | {"exercise.yaml": facts})])
    return "accepted -> forbidden"


def test_regrade_shows_what_would_change_and_changes_nothing(accepted: Submission, stricter: str) -> None:
    out = StringIO()
    call_command("regrade", stdout=out)
    accepted.refresh_from_db()

    assert stricter in out.getvalue()
    assert "1 submissions graded, 1 verdicts differ; nothing is recorded without --apply." in out.getvalue()
    assert accepted.verdict == "accepted"


def test_regrade_records_when_told_to(accepted: Submission, stricter: str) -> None:
    out = StringIO()
    call_command("regrade", "--apply", stdout=out)
    accepted.refresh_from_db()

    assert "1 submissions graded, 1 verdicts differ; recorded." in out.getvalue()
    assert accepted.verdict == "forbidden"
    assert accepted.version == Exercise.objects.get().version


def test_regrade_leaves_alone_what_is_on_the_current_version(accepted: Submission) -> None:
    out = StringIO()
    call_command("regrade", stdout=out)

    assert "0 submissions graded" in out.getvalue()
