"""The tables of one slice: an array alone, or expected, yours and error side by side, cut to what fits a page."""

import math
from dataclasses import dataclass
from typing import Any

from exercises.heat import Overview, difference, error_shade, overview, value_shade

MOST_ROWS = MOST_COLUMNS = 8
DIGITS = (4, 6, 9, 12, 17)
Place = tuple[int, ...]
Table = list[list[Any]]


@dataclass(frozen=True)
class Cell:
    text: str
    shade: str = ""
    worst: bool = False


@dataclass(frozen=True)
class Grid:
    """A table of cells with the indices of its rows and columns; `role` says whose it is."""

    role: str
    columns: list[int]
    rows: list[tuple[str, list[Cell]]]


@dataclass(frozen=True)
class Slice:
    """The last two axes at one place (`where`) of the others."""

    where: str
    grids: list[Grid]
    wrong: int = 0
    cut: bool = False
    overview: Overview | None = None


@dataclass(frozen=True)
class Scale:
    """What shades are measured by: the largest value, the largest error, and the error that is allowed."""

    value: float
    error: float = 0.0
    tolerance: float = 0.0


@dataclass(frozen=True)
class Window:
    """The part of a slice that is shown, with the worst cell in it."""

    rows: range
    columns: range
    numbered: tuple[bool, bool]
    worst: tuple[int, int] | None = None

    def grid(self, role: str, cells: list[list[Cell]]) -> Grid:
        rows = [(str(r) if self.numbered[0] else "", [cells[r][c] for c in self.columns]) for r in self.rows]
        return Grid(role, list(self.columns) if self.numbered[1] else [], rows)


def make_window(table: Table, dimensions: int, worst: tuple[int, int] | None) -> Window:
    row, column = worst or (0, 0)
    rows, columns = around(len(table), row, MOST_ROWS), around(len(table[0]), column, MOST_COLUMNS)
    return Window(rows, columns, (dimensions > 1, dimensions > 0), worst)


def around(size: int, centre: int, most: int) -> range:
    """At most so many places out of `size`, with the centre among them."""
    start = max(0, min(centre - most // 2, size - most))
    return range(start, min(start + most, size))


def alone(where: str, table: Table, dimensions: int, scale: Scale) -> Slice:
    window = make_window(table, dimensions, None)
    cells = [[Cell(text_of(value), value_shade(value, scale.value)) for value in row] for row in table]
    return Slice(where, [window.grid("", cells)], cut=is_cut(window, table))


def side_by_side(
    where: str, expected: Table, actual: Table, dimensions: int, scale: Scale, worst: tuple[int, int] | None
) -> Slice:
    window = make_window(actual, dimensions, worst)
    errors = [[difference(a, b) for a, b in zip(*rows, strict=True)] for rows in zip(actual, expected, strict=True)]
    shades = [[error_shade(error, scale.tolerance, scale.error) for error in row] for row in errors]
    wanted, got, apart = [], [], []
    for r, row in enumerate(actual):
        texts = [pair(a, b, shades[r][c]) for c, (a, b) in enumerate(zip(row, expected[r], strict=True))]
        wanted.append([Cell(text, value_shade(expected[r][c], scale.value)) for c, (_, text) in enumerate(texts)])
        got.append([yours(text, row[c], shades[r][c], scale, (r, c) == worst) for c, (text, _) in enumerate(texts)])
        apart.append([Cell(error_text(error), shades[r][c], (r, c) == worst) for c, error in enumerate(errors[r])])
    cut = is_cut(window, actual)
    return Slice(
        where,
        [window.grid("Expected", wanted), window.grid("Yours", got), window.grid("Error", apart)],
        sum(shade != "right" for row in shades for shade in row),
        cut,
        overview(shades, window.rows, window.columns) if cut else None,
    )


def yours(text: str, value: Any, error: str, scale: Scale, worst: bool) -> Cell:
    return Cell(text, value_shade(value, scale.value) + ("" if error == "right" else " wrong"), worst)


def is_cut(window: Window, table: Table) -> bool:
    return len(window.rows) < len(table) or len(window.columns) < len(table[0])


def pair(value: Any, wanted: Any, shade: str) -> tuple[str, str]:
    """Both as text; where they differ, with as many digits as it takes to tell them apart."""
    texts = text_of(value), text_of(wanted)
    for digits in DIGITS if shade != "right" else ():
        texts = text_of(value, digits), text_of(wanted, digits)
        if texts[0] != texts[1]:
            break
    return texts


def text_of(value: Any, digits: int = 4) -> str:
    if isinstance(value, float) and math.isfinite(value):
        return f"{value:.{digits}g}" if value != int(value) or abs(value) >= 1e6 else f"{value:.0f}."
    return str(value)


def error_text(error: float) -> str:
    if error == 0:
        return "0"
    return f"{error:.2g}" if math.isfinite(error) else "≠"
