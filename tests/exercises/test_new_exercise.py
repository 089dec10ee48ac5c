"""`manage.py new_exercise`: a whole folder that can be read, and that is not proven before it is written."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from exercises import proving, shipped
from exercises.folder import read_folder, read_folders
from exercises.management.commands import new_exercise
from exercises.skeleton import MARK, unwritten


@pytest.fixture(autouse=True)
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder of exercises in the place of the shipped ones."""
    for module in (shipped, proving, new_exercise):
        monkeypatch.setattr(module, "CONTENT", tmp_path)
    return tmp_path


def make(*arguments: str) -> str:
    out = StringIO()
    call_command("new_exercise", *arguments, stdout=out)
    return out.getvalue()


def test_it_makes_a_folder_that_can_be_read(content: Path) -> None:
    make("soft-plus")
    folder = read_folder(content / "soft-plus")
    assert folder.facts.entry == ["soft_plus"]
    assert folder.facts.title == "Soft plus"
    assert len(folder.hints) == 3
    assert {(each.verdict, each.framework) for each in folder.attempts} == {
        ("accepted", "numpy"),
        ("accepted", "torch"),
    }


def test_the_next_steps_are_said(content: Path) -> None:
    said = make("soft-plus")
    assert str(content / "soft-plus") in said
    assert "nnref.numpy.soft_plus" in said
    assert "check_content soft-plus" in said


def test_several_functions_and_any_title(content: Path) -> None:
    title = 'Say "no": 50 % \\ more'
    make("two", "--entry", "affine", "--entry", "affine_backward", "--title", title)
    folder = read_folder(content / "two")
    assert folder.facts.title == title
    assert folder.facts.entry == ["affine", "affine_backward"]
    assert 'references = {"affine": affine, "affine_backward": affine_backward}' in folder.files["cases.py"]


@pytest.mark.parametrize("framework", ["numpy", "torch"])
def test_starters_say_that_they_are_not_written(framework: str, content: Path) -> None:
    make("two", "--entry", "one", "--entry", "other")
    starter = read_folder(content / "two").starter(framework)
    names: dict[str, object] = {}
    exec(starter, names)
    for name in ("one", "other"):
        with pytest.raises(NotImplementedError, match=name):
            names[name](None)  # type: ignore[operator]


@pytest.mark.parametrize("slug", ["Softplus", "soft_plus", "../up", "-soft", "soft--plus", "", "x" * 81, "softplus/"])
def test_a_name_that_cannot_be_is_refused(slug: str, content: Path) -> None:
    with pytest.raises(CommandError, match="small letters and digits"):
        make("--title", "A title", "--", slug)
    assert list(content.iterdir()) == []


def test_what_is_there_is_not_written_over(content: Path) -> None:
    make("soft-plus")
    (content / "soft-plus" / "statement.md").write_text("Mine.")
    with pytest.raises(CommandError, match="already an exercise soft-plus"):
        make("soft-plus")
    assert (content / "soft-plus" / "statement.md").read_text() == "Mine."


@pytest.mark.parametrize(
    ("entry", "problem"),
    [(["2d"], "not a name"), (["lambda"], "not a name"), (["a b"], "not a name"), (["f", "f"], "twice")],
)
def test_functions_that_cannot_be_defined_are_refused(entry: list[str], problem: str, content: Path) -> None:
    with pytest.raises(CommandError, match=problem):
        make("soft-plus", *(word for name in entry for word in ("--entry", name)))
    assert list(content.iterdir()) == []


def test_a_slug_that_begins_with_a_digit_needs_an_entry() -> None:
    with pytest.raises(CommandError, match="--entry"):
        make("2d-pooling")


def test_a_title_that_is_too_long_is_said_with_its_key(content: Path) -> None:
    with pytest.raises(CommandError, match="title"):
        make("soft-plus", "--title", "x" * 121)
    assert list(content.iterdir()) == []


def test_every_file_is_still_to_be_written(content: Path) -> None:
    make("soft-plus")
    folder = read_folder(content / "soft-plus")
    missing = "\n".join(unwritten(folder))
    for name in folder.files:
        assert f"{name}: still to be written" in missing
    assert "no soft_plus in nnref.numpy and nnref.torch" in missing
    assert "numpy has 1 accepted of the two" in missing
    assert "torch has no wrong_answer" in missing


def test_check_content_names_what_is_missing(content: Path) -> None:
    make("soft-plus")
    out = StringIO()
    with pytest.raises(SystemExit):
        call_command("check_content", "soft-plus", stdout=out)
    assert "NOT PROVEN" in out.getvalue()
    assert "statement.md: still to be written: line 1" in out.getvalue()
    assert "cannot import name 'soft_plus'" in out.getvalue()


def test_the_shipped_exercises_are_written() -> None:
    folders = read_folders(Path(shipped.__file__).parent / "content")
    assert {folder.slug: unwritten(folder) for folder in folders if unwritten(folder)} == {}
    assert not any(MARK in text for folder in folders for text in folder.files.values())
