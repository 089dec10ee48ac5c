"""`manage.py check_content`: proves exercises and the bank with the real sandbox, without database or broker."""

import json
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from exercises.folder import make_folder, read_folder
from exercises.shipped import CONTENT

ROOT = Path(__file__).resolve().parents[2]
SOFTMAX = read_folder(CONTENT / "softmax")
MISSING_CASE = "".join(line for line in SOFTMAX.files["cases.py"].splitlines(True) if "far apart" not in line)


def numpy_only(**changes: str) -> dict[str, str]:
    """The files of softmax without PyTorch, some of them changed."""
    facts = SOFTMAX.files["exercise.yaml"].replace("[numpy, torch]", "[numpy]").replace("torch: [", "numpy: [")
    files = {name: text for name, text in SOFTMAX.files.items() if "torch" not in name and name != "oracle.py"}
    return files | {"exercise.yaml": facts} | changes


@pytest.fixture
def check(monkeypatch: pytest.MonkeyPatch):
    """Check softmax with these files; returns what was printed, and whether it is proven."""

    def run(files: dict[str, str], *options: str) -> tuple[str, bool]:
        monkeypatch.setattr("exercises.proving.read_folder", lambda path: make_folder("softmax", files))
        out, proven = StringIO(), True
        try:
            call_command("check_content", "softmax", "--draws", "1", *options, stdout=out)
        except SystemExit as end:
            proven = not end.code
        return out.getvalue(), proven

    return run


def test_an_exercise_is_proven_without_database_and_broker() -> None:
    away = {"DATABASE_URL": "sqlite:////nowhere/db.sqlite3", "REDIS_URL": "redis://127.0.0.1:1/0"}
    done = subprocess.run(
        [sys.executable, "manage.py", "check_content", "softmax", "--json", "--draws", "1"],
        cwd=ROOT,
        env={**os.environ, **away},
        capture_output=True,
        text=True,
        timeout=300,
    )
    line = json.loads(done.stdout)

    assert done.returncode == 0, done.stdout
    assert line["proven"]
    assert len(line["attempts"]) == len(SOFTMAX.attempts) + 2
    assert line["mutants"]["made"] == line["mutants"]["killed"] > 20
    assert line["mutants"]["survivors"] == []
    assert 0 < line["oracle"]["apart"] < 1


def test_the_table_says_what_was_tried_and_what_came_of_it(check) -> None:
    printed, proven = check(numpy_only())
    head, row, *rest = printed.splitlines()

    assert proven
    assert row.split()[:2] == ["softmax", "proven"]
    assert "100.0%" in row
    assert len(row) <= len(head) + 1
    assert "1 of 1 exercises proven." in rest
    assert "3 right solutions, 0 rejected; 6 wrong ones, 0 accepted." in rest


def test_an_attempt_with_the_wrong_name_is_found(check) -> None:
    source = SOFTMAX.files["attempts/accepted-numpy-shifted.py"]
    printed, proven = check(numpy_only(**{"attempts/wrong_answer-numpy-not_wrong.py": source}))

    assert not proven
    assert "wrong_answer-numpy-not_wrong.py: expected wrong_answer, got accepted" in printed


def test_a_missing_case_leaves_a_survivor_and_fails(check) -> None:
    printed, proven = check(numpy_only(**{"cases.py": MISSING_CASE}))

    assert not proven
    assert "no case kills the mutant softmax: weights = np.exp(x - x.max(keepdims=True))" in printed


def test_a_mark_of_nothing_fails(check) -> None:
    marks = "- because: there was one once\n  mutants: ['softmax: return x']\n"
    printed, proven = check(numpy_only(**{"equivalent.yaml": marks}))

    assert not proven
    assert "equivalent.yaml: no such mutant survives: softmax: return x" in printed


def test_an_unknown_exercise_is_named() -> None:
    with pytest.raises(CommandError, match=r"softmx.*There are: .*softmax"):
        call_command("check_content", "softmx")
