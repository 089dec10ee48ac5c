"""The pictures as they were drawn into files, and the questions that show them."""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.utils.safestring import SafeString, mark_safe

DRAWN = Path(__file__).parent / "drawn"
INDEX = "index.json"


@dataclass(frozen=True)
class Drawn:
    """One picture on a page."""

    svg: SafeString
    caption: str


def pictures_of(slug: str) -> tuple[Drawn, ...]:
    """The pictures of a question."""
    return _pictures().get(slug, ())


@lru_cache(maxsize=1)
def _pictures() -> dict[str, tuple[Drawn, ...]]:
    index: dict[str, list[dict[str, str]]] = json.loads((DRAWN / INDEX).read_text(encoding="utf-8"))
    return {slug: tuple(_read(entry) for entry in entries) for slug, entries in index.items()}


def _read(entry: dict[str, str]) -> Drawn:
    svg = (DRAWN / f"{entry['picture']}.svg").read_text(encoding="utf-8")
    return Drawn(mark_safe(svg), entry["caption"])  # written by our own code
