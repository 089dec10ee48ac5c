"""Questions as they stand in YAML files, checked. Errors name the file and the line."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from exercises.folder import SAFE_LOADER
from quiz.bank.items import NotMade, UnknownKindError, read_content
from quiz.bank.topics import TOPICS, topic_position

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Location = tuple[int | str, ...]


class ContentError(ValueError):
    """The content is wrong; each line of the text names file, line and what is wrong."""


class Entry(BaseModel):
    """One question as it stands in a YAML file."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    slug: str = Field(pattern=SLUG, max_length=80)
    question: str = Field("", max_length=10)
    topic: str
    seed: int | None = Field(None, ge=1, le=15)
    title: str = Field(min_length=1, max_length=200)
    difficulty: Literal["easy", "medium", "hard"]
    explanation: str = Field(min_length=1)
    sources: tuple[str, ...] = Field(min_length=1)
    exercises: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    items: tuple[dict[str, Any], ...] = Field(min_length=1)

    @field_validator("topic")
    @classmethod
    def topic_is_known(cls, topic: str) -> str:
        if topic not in TOPICS:
            raise ValueError(f"expected one of {', '.join(TOPICS)}")
        return topic


def read_questions(directory: Path) -> list[Entry]:
    """The checked entries of all files, in the order in which they are learned; raises ContentError with all errors."""
    entries: list[Entry] = []
    errors: list[str] = []
    seen: dict[str, str] = {}
    for path in sorted(directory.glob("*.yaml")):
        try:
            for entry, where in _read_file(path):
                if entry.slug in seen:
                    errors.append(f"{where}: the slug {entry.slug} is also at {seen[entry.slug]}")
                seen[entry.slug] = where
                entries.append(entry)
        except ContentError as error:
            errors.append(str(error))
    if errors:
        raise ContentError("\n".join(errors))
    return sorted(entries, key=lambda entry: (topic_position(entry.topic), entry.seed is None))


def _read_file(path: Path) -> list[tuple[Entry, str]]:
    """The entries of one file, each with its place."""
    try:
        tree = yaml.compose(path.read_text(encoding="utf-8"), Loader=SAFE_LOADER)
    except (yaml.MarkedYAMLError, UnicodeDecodeError) as error:
        raise ContentError(f"{path.name}{_mark_of(error)}: not readable as YAML: {error}") from error
    if tree is None:
        return []
    errors = [f"{path.name}:{line}: the key {key} is there twice" for key, line in _twice(tree)]
    loaded = yaml.SafeLoader("").construct_document(tree)
    if not isinstance(loaded, list):
        raise ContentError(f"{path.name}:1: expected a list of questions")
    entries = []
    for number, raw in enumerate(loaded):
        wrong = list(_errors_in(raw))
        errors += [f"{path.name}:{_line(tree, (number, *location))}: {sentence}" for location, sentence in wrong]
        if not wrong:
            entry = Entry.model_validate(raw | {"items": [_prepared(item) for item in raw["items"]]})
            entries.append((entry, f"{path.name}:{_line(tree, (number,))}"))
    if errors:
        raise ContentError("\n".join(errors))
    return entries


def _errors_in(raw: Any) -> Iterator[tuple[Location, str]]:
    """Where an entry is wrong, and why."""
    yield from _errors_of(lambda: Entry.model_validate(raw))
    items = raw.get("items") if isinstance(raw, dict) else None
    names: set[str] = set()
    for number, item in enumerate(items if isinstance(items, list) else []):
        if isinstance(item, dict) and (name := str(item.get("id", ""))):
            if name in names:
                yield ("items", number, "id"), f"the id {name} is there twice"
            names.add(name)
        if isinstance(item, dict):
            for location, sentence in _errors_of(lambda content=item: _prepared(content)):
                yield ("items", number, *location), sentence


def _prepared(content: dict[str, Any]) -> dict[str, Any]:
    """The item's content with what is made for it, so that a change of that is a change of the question."""
    if "made" in content:
        raise NotMade("made", "made: this is never written by hand")
    item = read_content(content)
    prepared = item.prepared()
    return content if prepared is item else prepared.stored() | {"id": prepared.id}


def _errors_of(check: Any) -> Iterator[tuple[Location, str]]:
    try:
        check()
    except ValidationError as error:
        for found in error.errors():
            name = ".".join(str(part) for part in found["loc"])
            yield found["loc"], f"{name}: {found['msg']}" if name else found["msg"]
    except UnknownKindError as error:
        yield ("kind",), str(error)
    except NotMade as error:
        yield (error.field,), str(error)


def _line(tree: yaml.Node, location: Location) -> int:
    """The line of the innermost node on the way to a location."""
    node = tree
    for part in location:
        inner = _child(node, part)
        if inner is None:
            break
        node = inner
    return int(node.start_mark.line) + 1


def _child(node: yaml.Node, part: int | str) -> yaml.Node | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part]  # type: ignore[no-any-return]
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == part), None)
    return None


def _twice(node: yaml.Node) -> Iterator[tuple[str, int]]:
    """Keys that a mapping holds twice: YAML would silently keep the last."""
    if isinstance(node, yaml.SequenceNode):
        for inner in node.value:
            yield from _twice(inner)
    elif isinstance(node, yaml.MappingNode):
        counts = Counter(str(key.value) for key, _ in node.value)
        for key, value in node.value:
            if counts[str(key.value)] > 1:
                yield str(key.value), int(key.start_mark.line) + 1
            yield from _twice(value)


def _mark_of(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    return f":{mark.line + 1}" if mark else ""
