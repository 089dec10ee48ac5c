"""Reads `equivalent.yaml`: mutants of a reference that are no mistakes, each with the reason why."""

from __future__ import annotations

from dataclasses import dataclass

import yaml

from grader.folder import FolderError

FILE = "equivalent.yaml"


@dataclass(frozen=True)
class Mark:
    """One mutant, by its name, and why it is right."""

    mutant: str
    reason: str


def read_marks(files: dict[str, str]) -> list[Mark]:
    """Return the marks of a folder.

    Raises:
        FolderError: when the file is not a list of `because` and `mutants`.
    """
    try:
        entries = yaml.safe_load(files.get(FILE, "[]"))
    except yaml.YAMLError as error:
        raise FolderError(f"{FILE}: {error}") from None
    if not isinstance(entries, list):
        raise FolderError(f"{FILE}: it must be a list")
    return [mark for entry in entries for mark in _entry(entry)]


def _entry(entry: object) -> list[Mark]:
    if not isinstance(entry, dict) or set(entry) != {"because", "mutants"}:
        raise FolderError(f"{FILE}: each entry has the keys because and mutants")
    reason, names = entry["because"], entry["mutants"]
    if not isinstance(reason, str) or not reason.strip():
        raise FolderError(f"{FILE}: because must say why")
    if not isinstance(names, list) or not names or not all(isinstance(name, str) for name in names):
        raise FolderError(f"{FILE}: mutants must be a list of names")
    return [Mark(name, reason.strip()) for name in names]
