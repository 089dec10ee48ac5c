"""What the grader needs to know of an exercise's folder: which names, which frameworks, which rules and limits."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import yaml

from grader.rules import Rules

ATTEMPT = re.compile(r"^attempts/(?P<verdict>[a-z_]+)-(?P<framework>numpy|torch)-(?P<reason>[a-z0-9_]+)\.py$")


class FolderError(Exception):
    """The exercise cannot be graded as it is; the text names the file and what is wrong there."""


@dataclass(frozen=True)
class Attempt:
    """A known submission of a folder, with the verdict that it must get."""

    path: str
    verdict: str
    framework: str
    reason: str
    source: str


@dataclass(frozen=True)
class Folder:
    """One version of an exercise."""

    files: dict[str, str]
    digest: str
    entry: tuple[str, ...]
    frameworks: tuple[str, ...]
    devices: tuple[str, ...]
    forbidden: dict[str, tuple[str, ...]]
    cpu_seconds: float
    memory_mib: int

    def attempts(self, framework: str) -> list[Attempt]:
        """Return the known submissions in one framework, by path."""
        found = [(path, ATTEMPT.match(path)) for path in sorted(self.files)]
        return [
            Attempt(path, match["verdict"], framework, match["reason"], self.files[path])
            for path, match in found
            if match is not None and match["framework"] == framework
        ]

    def starter(self, framework: str) -> str:
        return self.files[f"starter_{framework}.py"]

    def driver(self, framework: str) -> str | None:
        own = self.files.get("driver_torch.py") if framework == "torch" else None
        return own or self.files.get("driver.py")

    def rules(self, framework: str) -> Rules:
        return Rules(framework, self.forbidden.get(framework, ()))

    def code(self) -> dict[str, str]:
        """Return the files that the author jail runs."""
        return {path: text for path, text in self.files.items() if path in ("cases.py", "driver.py", "driver_torch.py")}


def read(files: dict[str, str]) -> Folder:
    """Return what the files of a folder say.

    Raises:
        FolderError: when something in them is missing or wrong.
    """
    return _read(frozenset(files.items()))


@lru_cache(maxsize=128)
def _read(items: frozenset[tuple[str, str]]) -> Folder:
    files = dict(sorted(items))
    for name in ("exercise.yaml", "cases.py"):
        if name not in files:
            raise FolderError(f"{name} is missing")
    facts = _facts(files["exercise.yaml"])
    limits = facts.get("limits") or {}
    forbidden = facts.get("forbidden") or {}
    try:
        return Folder(
            files=files,
            digest=hashlib.sha256(repr(files).encode("utf-8", "backslashreplace")).hexdigest(),
            entry=_words(facts, "entry"),
            frameworks=_words(facts, "frameworks"),
            devices=_words(facts, "devices") if "devices" in facts else ("cpu",),
            forbidden={key: tuple(str(name) for name in names or ()) for key, names in forbidden.items()},
            cpu_seconds=float(limits.get("cpu_seconds", 2.0)),
            memory_mib=int(limits.get("memory_mib", 512)),
        )
    except (TypeError, ValueError, AttributeError) as error:
        raise FolderError(f"exercise.yaml: {error}") from None


def _facts(text: str) -> dict[str, Any]:
    try:
        facts = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise FolderError(f"exercise.yaml: {error}") from None
    if not isinstance(facts, dict):
        raise FolderError("exercise.yaml: it must be a mapping")
    return facts


def _words(facts: dict[str, Any], key: str) -> tuple[str, ...]:
    value = facts.get(key)
    if not isinstance(value, list) or not value or not all(isinstance(item, str) for item in value):
        raise FolderError(f"exercise.yaml: {key} must be a list of names")
    return tuple(value)
