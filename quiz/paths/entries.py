"""Learning paths as they stand in YAML files, one a file, checked. Errors name the file and the key."""

import re
from collections.abc import Container, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Literal, Self

import yaml
from django.urls import reverse
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

CONTENT = Path(__file__).parent / "content"
FILE_NAME = re.compile(r"\d\d-(?P<slug>[a-z0-9]+(-[a-z0-9]+)*)")
Kind = Literal["exercise", "question"]


class PathError(ValueError):
    """A learning path cannot be used; each line of the text names file, key and what is wrong."""


class Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Step(Entry):
    """An exercise or a question, by its slug."""

    exercise: str = ""
    question: str = ""

    @model_validator(mode="after")
    def is_one_thing(self) -> Self:
        if bool(self.exercise) == bool(self.question):
            raise ValueError("expected either an exercise or a question")
        return self

    @property
    def kind(self) -> Kind:
        return "exercise" if self.exercise else "question"

    @property
    def slug(self) -> str:
        return self.exercise or self.question


class Stage(Entry):
    title: str = Field(min_length=1, max_length=60)
    about: str = Field(min_length=1, max_length=200)
    steps: tuple[Step, ...] = Field(min_length=1)


class LearningPath(Entry):
    """An ordered way through exercises and questions. Its slug and place come from the name of its file."""

    slug: str
    title: str = Field(min_length=1, max_length=60)
    outcome: str = Field(min_length=1, max_length=250, description="What one can do afterwards.")
    seed: tuple[int, ...] = ()
    stages: tuple[Stage, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def goes_nowhere_twice(self) -> Self:
        seen: set[Step] = set()
        for step in self.steps:
            if step in seen:
                raise ValueError(f"the {step.kind} {step.slug} is in it twice")
            seen.add(step)
        return self

    @property
    def steps(self) -> list[Step]:
        return [step for stage in self.stages for step in stage.steps]

    def get_absolute_url(self) -> str:
        return reverse("paths:path", args=[self.slug])


@lru_cache(maxsize=1)
def shipped_paths() -> list[LearningPath]:
    """The paths that come with Backpass, in their order; raises PathError."""
    return read_paths(CONTENT)


def read_paths(directory: Path) -> list[LearningPath]:
    """The paths of the directory in the order of their files; raises PathError with all that is wrong."""
    found, problems = [], []
    for file in sorted(directory.glob("*.yaml")):
        try:
            found.append(read_path(file))
        except PathError as error:
            problems.append(str(error))
    if problems:
        raise PathError("\n".join(problems))
    return found


def read_path(file: Path) -> LearningPath:
    name = FILE_NAME.fullmatch(file.stem)
    if name is None:
        raise PathError(f"{file.name}: expected two digits and a slug, such as 03-convolutions.yaml")
    try:
        data = yaml.safe_load(file.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        raise PathError(f"{file.name}: {error}") from None
    if not isinstance(data, dict):
        raise PathError(f"{file.name}: expected keys and values, got {type(data).__name__}")
    try:
        return LearningPath.model_validate({**data, "slug": name["slug"]})
    except ValidationError as error:
        raise PathError("\n".join(f"{file.name}: {where(e['loc'])}: {e['msg']}" for e in error.errors())) from None


def where(location: tuple[int | str, ...]) -> str:
    """A place in the file as authors count: `stages 2, steps 1, question`."""
    words = ", ".join(str(part + 1) if isinstance(part, int) else part for part in location)
    return re.sub(r", (\d+)", r" \1", words) or "the path"


def check_slugs(paths: list[LearningPath], known: dict[Kind, Container[str]]) -> None:
    """Raises PathError naming each step that leads to nothing known."""
    if problems := list(unknown_slugs(paths, known)):
        raise PathError("\n".join(problems))


def unknown_slugs(paths: list[LearningPath], known: dict[Kind, Container[str]]) -> Iterator[str]:
    for path in paths:
        for stage in path.stages:
            for step in stage.steps:
                if step.slug not in known[step.kind]:
                    yield f"path {path.slug}: {stage.title}: there is no {step.kind} “{step.slug}”"
