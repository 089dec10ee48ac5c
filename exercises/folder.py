"""Reads and writes the folder of an exercise; what is wrong in it is said with the file and the key."""

import ast
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal, Self

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from exercises.topics import DIFFICULTIES, TOPICS

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
ATTEMPT = re.compile(r"attempts/(?P<verdict>[a-z_]+)-(?P<framework>numpy|torch)-(?P<reason>[a-z0-9_]+)\.py")
FACTS = "exercise.yaml"
KNOWN_FILE = re.compile(
    r"(exercise|equivalent)\.yaml|statement\.md|hints\.md|(cases|oracle)\.py|driver(_torch)?\.py|starter_(numpy|torch)\.py|"
    + ATTEMPT.pattern
)
HEADING = re.compile(r"^## +(.+?) *$", re.MULTILINE)
MAX_FILE_BYTES = 256 * 1024
SAFE_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml, where PyYAML was built with it


class FolderError(Exception):
    """An exercise cannot be used as it is; the text names the file, the key and what is wrong."""


class ResourceLimits(BaseModel):
    model_config = ConfigDict(extra="forbid")

    cpu_seconds: float = Field(default=2.0, gt=0, le=60)
    memory_mib: int = Field(default=512, ge=64, le=8192)


class Facts(BaseModel):
    """What `exercise.yaml` says."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str = Field(min_length=1, max_length=120)
    topic: str
    difficulty: str
    summary: str = Field(min_length=1, max_length=300)
    entry: list[str] = Field(min_length=1)
    frameworks: list[Literal["numpy", "torch"]] = Field(min_length=1)
    devices: list[Literal["cpu", "cuda"]] = ["cpu"]
    forbidden: dict[Literal["numpy", "torch"], list[str]] = {}
    limits: ResourceLimits = ResourceLimits()
    seed: list[int] = []
    sources: list[str] = Field(min_length=1)

    @field_validator("topic")
    @classmethod
    def known_topic(cls, value: str) -> str:
        return one_of(value, TOPICS)

    @field_validator("difficulty")
    @classmethod
    def known_difficulty(cls, value: str) -> str:
        return one_of(value, DIFFICULTIES)

    @field_validator("entry")
    @classmethod
    def names(cls, value: list[str]) -> list[str]:
        for name in value:
            if not name.isidentifier():
                raise ValueError(f"{name!r} is not a name that Python code can define")
        return value

    @field_validator("devices")
    @classmethod
    def on_every_machine(cls, value: list[str]) -> list[str]:
        if "cpu" not in value:
            raise ValueError("cpu must be among them: not every site has a GPU")
        return value

    @model_validator(mode="after")
    def forbidden_somewhere(self) -> Self:
        for framework in self.forbidden:
            if framework not in self.frameworks:
                raise ValueError(f"forbidden: {framework} is not among the frameworks")
        return self


def one_of(value: str, known: Mapping[str, str]) -> str:
    if value not in known:
        raise ValueError(f"{value!r} is none of {', '.join(known)}")
    return value


@dataclass(frozen=True)
class Attempt:
    """A known submission that ships with the exercise, and the verdict that it must get."""

    name: str
    verdict: str
    framework: str
    reason: str
    source: str

    @property
    def code(self) -> str:
        """The source without what tells its mistake."""
        return without_sentence(self.source)[0]


def without_sentence(source: str) -> tuple[str, str]:
    """The code without its module's docstring, and that docstring's first line: the sentence about its mistake."""
    tree = ast.parse(source)
    sentence = (ast.get_docstring(tree) or "").split("\n")[0]
    lines = source.split("\n")
    if sentence:
        lines = lines[tree.body[0].end_lineno :]
    return "\n".join(lines).strip("\n"), sentence


@dataclass(frozen=True)
class Folder:
    """The files of one exercise (path in the folder -> text) and what they say."""

    slug: str
    files: dict[str, str]
    facts: Facts

    @cached_property
    def content_hash(self) -> str:
        """The same for the same files, wherever they lie."""
        digest = hashlib.sha256()
        for path, text in sorted(self.files.items()):
            for part in (path, text):
                data = part.encode()
                digest.update(len(data).to_bytes(8, "big") + data)
        return digest.hexdigest()

    @property
    def statement(self) -> str:
        return self.files["statement.md"]

    def starter(self, framework: str) -> str:
        return self.files[f"starter_{framework}.py"]

    @cached_property
    def sections(self) -> dict[str, str]:
        """The sections of `hints.md` by their headings."""
        parts = HEADING.split(self.files["hints.md"])
        return {title: text.strip() for title, text in zip(parts[1::2], parts[2::2], strict=True)}

    @property
    def hints(self) -> list[str]:
        return [text for title, text in self.sections.items() if title != "Editorial"]

    @property
    def editorial(self) -> str:
        return self.sections["Editorial"]

    @property
    def attempts(self) -> list[Attempt]:
        found = [(path, ATTEMPT.fullmatch(path)) for path in sorted(self.files)]
        return [
            Attempt(Path(path).name, match["verdict"], match["framework"], match["reason"], self.files[path])
            for path, match in found
            if match
        ]

    def wrong_attempt(self, name: str) -> Attempt | None:
        """The attempt `verdict-framework-reason`, if there is one and it is wrong: code to be put right."""
        return next((each for each in self.attempts if each.name == f"{name}.py" and each.verdict != "accepted"), None)


def read_folder(path: Path) -> Folder:
    """The exercise in this folder, checked; raises FolderError."""
    if not path.is_dir():
        raise FolderError(f"{path}: there is no such folder")
    files = {}
    for file in sorted(path.rglob("*")):
        name = file.relative_to(path).as_posix()
        if file.is_file() and "__pycache__" not in name:
            files[name] = read_text(file, f"{path.name}/{name}")
    return make_folder(path.name, files)


def read_text(file: Path, name: str) -> str:
    data = file.read_bytes()
    if len(data) > MAX_FILE_BYTES:
        raise FolderError(f"{name}: {len(data) // 1024} KiB, more than the {MAX_FILE_BYTES // 1024} KiB of a file")
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise FolderError(f"{name}: not UTF-8 (byte {error.start})") from None


def make_folder(slug: str, files: dict[str, str]) -> Folder:
    """The exercise that these files are, checked; raises FolderError."""
    if not SLUG.fullmatch(slug):
        raise FolderError(f"{slug}: a folder's name is made of small letters and digits, joined by hyphens")
    for name in files:
        if not KNOWN_FILE.fullmatch(name):
            raise FolderError(f"{slug}/{name}: not a file of an exercise")
    require(slug, files, FACTS, "statement.md", "hints.md", "cases.py")
    folder = Folder(slug, files, read_facts(slug, files[FACTS]))
    require(slug, files, *(f"starter_{framework}.py" for framework in folder.facts.frameworks))
    check_hints(folder)
    check_attempts(folder)
    return folder


def require(slug: str, files: Mapping[str, str], *names: str) -> None:
    for name in names:
        if not files.get(name, "").strip():
            raise FolderError(f"{slug}/{name}: {'empty' if name in files else 'missing'}")


def read_facts(slug: str, text: str) -> Facts:
    where = f"{slug}/{FACTS}"
    try:
        data = yaml.load(text, Loader=SAFE_LOADER)
    except yaml.YAMLError as error:
        raise FolderError(f"{where}: {error}") from None
    if not isinstance(data, dict):
        raise FolderError(f"{where}: expected keys and values, got {type(data).__name__}")
    try:
        return Facts.model_validate(data)
    except ValidationError as error:
        problems = (f"{where}: {'.'.join(map(str, e['loc'])) or 'the file'}: {e['msg']}" for e in error.errors())
        raise FolderError("\n".join(problems)) from None


def check_hints(folder: Folder) -> None:
    where = f"{folder.slug}/hints.md"
    *hints, last = folder.sections or [""]
    if last != "Editorial" or not folder.editorial:
        raise FolderError(f"{where}: the last section must be '## Editorial', with text")
    for number, title in enumerate(hints, start=1):
        if title != f"Hint {number}":
            raise FolderError(f"{where}: expected '## Hint {number}', got '## {title}'")


def check_attempts(folder: Folder) -> None:
    for attempt in folder.attempts:
        if attempt.framework not in folder.facts.frameworks:
            raise FolderError(f"{folder.slug}/attempts/{attempt.name}: {attempt.framework} is not among the frameworks")


def write_folder(folder: Folder, directory: Path) -> Path:
    """Write the exercise as a folder of its slug's name into the directory, and return its path."""
    target = directory / folder.slug
    for name, text in folder.files.items():
        file = target / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="")
    return target


def read_folders(directory: Path) -> list[Folder]:
    """All exercises of a directory, by slug; raises FolderError."""
    return [read_folder(path) for path in sorted(directory.iterdir()) if path.is_dir() and path.name[0] not in "._"]
