"""Two sources side by side, with the lines and the words that differ."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

CONTEXT = 3
WORD = re.compile(r"\w+|\s+|[^\w\s]")
ALIKE = 0.5  # two lines that share less are no version of each other


@dataclass(frozen=True)
class Piece:
    """A part of a line, and whether the other side lacks it."""

    text: str
    changed: bool = False


@dataclass(frozen=True)
class Line:
    number: int
    pieces: list[Piece]


@dataclass(frozen=True)
class Row:
    """A line before and after; one of them is missing where the other was added or removed."""

    kind: str  # same, changed, removed, added
    before: Line | None
    after: Line | None


@dataclass(frozen=True)
class Block:
    """Neighbouring rows; `skipped` lines that are the same on both sides come before them."""

    skipped: int
    rows: list[Row]


@dataclass(frozen=True)
class Diff:
    blocks: list[Block]
    added: int
    removed: int

    @property
    def any(self) -> bool:
        return bool(self.added or self.removed)


def compare(before: str, after: str) -> Diff:
    first, second = before.splitlines(), after.splitlines()
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    blocks, shown = [], 0
    for group in matcher.get_grouped_opcodes(CONTEXT):
        start = group[0][1]
        rows = [row for code in group for row in rows_of(*code, first, second)]
        blocks.append(Block(start - shown, rows))
        shown = group[-1][2]
    rows = [row for block in blocks for row in block.rows]
    added = sum(row.kind in ("added", "changed") for row in rows)
    removed = sum(row.kind in ("removed", "changed") for row in rows)
    return Diff(blocks, added, removed)


def rows_of(tag: str, i1: int, i2: int, j1: int, j2: int, first: list[str], second: list[str]) -> Iterator[Row]:
    if tag == "equal":
        for i, j in zip(range(i1, i2), range(j1, j2), strict=True):
            yield Row("same", plain(i, first), plain(j, second))
    elif tag == "replace":
        yield from replaced(range(i1, i2), range(j1, j2), first, second)
    else:
        yield from (Row("removed", plain(i, first), None) for i in range(i1, i2))
        yield from (Row("added", None, plain(j, second)) for j in range(j1, j2))


def replaced(gone: range, come: range, first: list[str], second: list[str]) -> Iterator[Row]:
    """Lines that stand in each other's place, word by word where they are alike."""
    for i, j in zip_longest(gone, come):
        if i is None or j is None:
            kind = "added" if i is None else "removed"
            yield Row(kind, plain(i, first) if i is not None else None, plain(j, second) if j is not None else None)
            continue
        words = WORD.findall(first[i]), WORD.findall(second[j])
        matcher = SequenceMatcher(None, *words, autojunk=False)
        if matcher.ratio() < ALIKE:
            yield Row("changed", plain(i, first), plain(j, second))
            continue
        codes = matcher.get_opcodes()
        before = [Piece("".join(words[0][a:b]), tag != "equal") for tag, a, b, _, _ in codes if b > a]
        after = [Piece("".join(words[1][a:b]), tag != "equal") for tag, _, _, a, b in codes if b > a]
        yield Row("changed", Line(i + 1, before), Line(j + 1, after))


def plain(index: int, lines: list[str]) -> Line:
    return Line(index + 1, [Piece(lines[index])])
