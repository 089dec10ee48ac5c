"""Which question leads on from which: lines of questioning, written down in a file."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import yaml

from exercises.folder import SAFE_LOADER

LINES = Path(__file__).parent / "follow_ups.yaml"


@cache
def lines_of_questioning() -> tuple[tuple[str, ...], ...]:
    """The lines, each a row of slugs from the question that opens it to the one that goes deepest."""
    read: dict[str, list[str]] = yaml.load(LINES.read_text(encoding="utf-8"), Loader=SAFE_LOADER)
    return tuple(tuple(line) for line in read.values())


def nearness(slug: str, lines: Sequence[Sequence[str]], *, forward: bool) -> Mapping[str, int]:
    """How many steps away the questions are that come after this one on its lines, or before it."""
    steps: dict[str, int] = {}
    for line in lines:
        if slug not in line:
            continue
        at = list(line).index(slug)
        others = line[at + 1 :] if forward else tuple(reversed(line[:at]))
        for distance, other in enumerate(others, start=1):
            steps[other] = min(distance, steps.get(other, distance))
    return steps
