from pathlib import Path

import pytest

from exercises.folder import Folder, FolderError, make_folder, read_folder, write_folder


def changed(folder: Folder, name: str, text: str | None) -> dict[str, str]:
    """The folder's files with one of them changed, or taken away."""
    files = folder.files | {name: text or ""}
    return {key: value for key, value in files.items() if text is not None or key != name}


def test_it_reads_what_the_exercise_says(softmax: Folder) -> None:
    assert softmax.facts.entry == ["softmax"]
    assert softmax.facts.frameworks == ["numpy", "torch"]
    assert "def softmax" in softmax.starter("torch")


def test_it_splits_hints_from_the_editorial(softmax: Folder) -> None:
    assert len(softmax.hints) == 3
    assert softmax.editorial not in softmax.hints


def test_it_knows_the_attempts_by_their_names(softmax: Folder) -> None:
    attempt = next(each for each in softmax.attempts if each.name == "wrong_answer-numpy-whole_array.py")

    assert (attempt.verdict, attempt.framework, attempt.reason) == ("wrong_answer", "numpy", "whole_array")


def test_it_writes_what_it_reads(softmax: Folder, tmp_path: Path) -> None:
    written = read_folder(write_folder(softmax, tmp_path))

    assert written == softmax
    assert written.content_hash == softmax.content_hash


def test_one_changed_letter_changes_the_hash(softmax: Folder) -> None:
    other = make_folder("softmax", changed(softmax, "statement.md", softmax.statement + "."))

    assert other.content_hash != softmax.content_hash


@pytest.mark.parametrize(
    ("name", "text", "complaint"),
    [
        pytest.param("cases.py", None, "softmax/cases.py: missing", id="a missing file"),
        pytest.param("statement.md", " ", "softmax/statement.md: empty", id="an empty file"),
        pytest.param("starter_torch.py", None, "softmax/starter_torch.py: missing", id="a missing starter"),
        pytest.param("notes.txt", "?", "softmax/notes.txt: not a file of an exercise", id="an unknown file"),
        pytest.param("attempts/good.py", "?", "softmax/attempts/good.py: not a file", id="an attempt without verdict"),
        pytest.param("hints.md", "## Hint 1\nx", "last section must be '## Editorial'", id="no editorial"),
        pytest.param("hints.md", "## Hint 2\nx\n## Editorial\ny", "expected '## Hint 1'", id="hints out of order"),
        pytest.param("exercise.yaml", "- a", "expected keys and values, got list", id="a list"),
        pytest.param("exercise.yaml", "a: [", "softmax/exercise.yaml: while parsing", id="broken YAML"),
    ],
)
def test_it_names_the_file_that_is_wrong(softmax: Folder, name: str, text: str | None, complaint: str) -> None:
    with pytest.raises(FolderError) as error:
        make_folder("softmax", changed(softmax, name, text))

    assert complaint in str(error.value)


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        pytest.param("difficulty: easy", "difficulty: simple", "difficulty: Value error, 'simple'", id="difficulty"),
        pytest.param("topic: activations", "topic: magic", "topic: Value error, 'magic' is none of", id="topic"),
        pytest.param("entry: [softmax]", "entry: [soft max]", "entry: Value error, 'soft max'", id="entry"),
        pytest.param("title:", "titel:", "titel: Extra inputs are not permitted", id="a misspelt key"),
        pytest.param(
            "frameworks: [numpy, torch]", "frameworks: [jax]", "frameworks.0: Input should be", id="framework"
        ),
        pytest.param(
            "frameworks: [numpy, torch]", "frameworks: [numpy]", "torch is not among", id="forbidden for nobody"
        ),
        pytest.param("seed: [6]", "limits: {cpu_seconds: 0}", "limits.cpu_seconds: Input should be gr", id="limits"),
    ],
)
def test_it_names_the_key_that_is_wrong(softmax: Folder, old: str, new: str, complaint: str) -> None:
    facts = softmax.files["exercise.yaml"].replace(old, new)

    with pytest.raises(FolderError, match="softmax/exercise.yaml") as error:
        make_folder("softmax", changed(softmax, "exercise.yaml", facts))

    assert complaint in str(error.value)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FolderError, match="there is no such folder"):
        read_folder(tmp_path / "nowhere")


def test_a_file_that_is_not_text_is_named(softmax: Folder, tmp_path: Path) -> None:
    (write_folder(softmax, tmp_path) / "statement.md").write_bytes(b"\xff")

    with pytest.raises(FolderError, match=r"softmax/statement.md: not UTF-8 \(byte 0\)"):
        read_folder(tmp_path / "softmax")


@pytest.mark.parametrize("slug", ["Softmax", "soft_max", "-softmax", "soft max"])
def test_a_folder_has_the_name_of_a_slug(softmax: Folder, slug: str) -> None:
    with pytest.raises(FolderError, match="small letters and digits"):
        make_folder(slug, softmax.files)
