"""Arrays as tables: what was expected and what came, cell by cell, cut to what a person can take in."""

import math
from dataclasses import dataclass, field
from itertools import islice, product
from typing import Any

MOST_ROWS = MOST_COLUMNS = 8
MOST_SLICES = 6
DIGITS = (4, 6, 9, 12, 17)
Shown = dict[str, Any]  # {"dtype", "shape", "values", "truncated"?} of a report


@dataclass(frozen=True)
class Cell:
    """One value; `wanted` and `heat` (1 to 4, by the size of the error) only where it differs from what was wanted."""

    text: str
    wanted: str = ""
    heat: int = 0
    worst: bool = False


@dataclass(frozen=True)
class Grid:
    """A table of cells, with the indices of its rows and columns; `where` names the slice it shows."""

    columns: list[int]
    rows: list[tuple[str, list[Cell]]]
    where: str = ""
    cut: bool = False
    wrong: int = 0


@dataclass(frozen=True)
class ArrayView:
    """One named value with its dtype and shape. Without grids, `text` says what there is to say."""

    name: str
    about: str
    grids: list[Grid] = field(default_factory=list)
    text: str = ""
    parts: list["ArrayView"] = field(default_factory=list)
    more: str = ""


@dataclass(frozen=True)
class Against:
    """What a value is compared with."""

    shown: Shown
    tolerance: float
    worst: tuple[int, ...] | None


def about(shown: Shown) -> str:
    """`float64, shape (3, 5)`."""
    shape = shown.get("shape")
    if not shape:
        return str(shown.get("dtype", ""))
    inside = ", ".join(map(str, shape)) + ("," if len(shape) == 1 else "")
    return f"{shown['dtype']}, shape ({inside})"


def view(name: str, shown: Shown, against: Against | None = None) -> ArrayView:
    """The value as it is shown, its cells marked where they differ from the other one."""
    values, shape = shown.get("values"), shown.get("shape")
    if isinstance(values, dict):
        return ArrayView(name, about(shown), parts=[view(path, part) for path, part in values.items()])
    if values is None:
        text = "None" if shown.get("dtype") == "NoneType" else "cannot be shown"
        return ArrayView(name, about(shown), text=text)
    if not shape:
        return scalar_view(name, shown, against)
    if math.prod(shape) == 0:
        return ArrayView(name, about(shown), text="no values")
    if shown.get("truncated"):
        head = {"values": values[:MOST_COLUMNS], "shape": [len(values[:MOST_COLUMNS])]}
        return ArrayView(name, about(shown), [grid(head, (), None, (0,))], more="The first values only: it is large.")
    return array_view(name, shown, against)


def scalar_view(name: str, shown: Shown, against: Against | None) -> ArrayView:
    value = shown["values"]
    if not isinstance(value, int | float) and not is_number_word(value):
        return ArrayView(name, about(shown), text=str(value))
    cell = make_cell(value, None if against is None else against.shown["values"], against, ())
    return ArrayView(name, about(shown), [Grid([], [("", [cell])], wrong=bool(cell.heat))])


def array_view(name: str, shown: Shown, against: Against | None) -> ArrayView:
    shape = shown["shape"]
    worst = against.worst if against and against.worst and len(against.worst) == len(shape) else (0,) * len(shape)
    leading = shape[:-2]
    first = worst[: len(leading)]
    others = (index for index in product(*map(range, leading)) if index != first)
    chosen = [first, *islice(others, MOST_SLICES - 1)]
    hidden = math.prod(leading) - len(chosen)
    more = f"{hidden} more slices are not shown." if hidden > 0 else ""
    return ArrayView(name, about(shown), [grid(shown, index, against, worst) for index in chosen], more=more)


def grid(shown: Shown, leading: tuple[int, ...], against: Against | None, worst: tuple[int, ...]) -> Grid:
    """The last two axes at this place of the others, cut to a window around the worst cell."""
    plane, wanted = shown["values"], None if against is None else against.shown["values"]
    for index in leading:
        plane, wanted = plane[index], None if wanted is None else wanted[index]
    flat = len(shown["shape"]) == 1
    if flat:
        plane, wanted = [plane], None if wanted is None else [wanted]
    rows = window(len(plane), 0 if flat else worst[-2], MOST_ROWS)
    columns = window(len(plane[0]), worst[-1], MOST_COLUMNS)
    made = []
    for r in rows:
        places = [(*leading, c) if flat else (*leading, r, c) for c in columns]
        row = [
            make_cell(plane[r][c], None if wanted is None else wanted[r][c], against, place)
            for c, place in zip(columns, places, strict=True)
        ]
        made.append(("" if flat else str(r), row))
    where = f"[{', '.join(map(str, leading))}, :, :]" if leading else ""
    cut = len(rows) < len(plane) or len(columns) < len(plane[0])
    return Grid(list(columns), made, where, cut, sum(cell.heat > 0 for _, row in made for cell in row))


def window(size: int, centre: int, most: int) -> range:
    """At most so many places out of `size`, with the centre among them."""
    start = max(0, min(centre - most // 2, size - most))
    return range(start, min(start + most, size))


def make_cell(value: Any, wanted: Any, against: Against | None, place: tuple[int, ...]) -> Cell:
    if against is None:
        return Cell(text_of(value))
    error = difference(value, wanted)
    if error <= against.tolerance:
        return Cell(text_of(value))
    got, want = apart(value, wanted)
    heat = 4 if not math.isfinite(error) else 1 + min(3, int(math.log10(error / max(against.tolerance, 1e-15)) / 3))
    return Cell(got, want, max(1, heat), place == against.worst)


def difference(value: Any, wanted: Any) -> float:
    """How far two values are apart: 0 for the same (NaN is the same as NaN), infinite where no number says it."""
    if value == wanted:
        return 0.0
    try:
        error = abs(float(value) - float(wanted))
    except (TypeError, ValueError):
        return math.inf
    return math.inf if math.isnan(error) else error


def apart(value: Any, wanted: Any) -> tuple[str, str]:
    """Both as text, with as many digits as it takes to tell them apart."""
    for digits in DIGITS:
        texts = text_of(value, digits), text_of(wanted, digits)
        if texts[0] != texts[1]:
            break
    return texts


def text_of(value: Any, digits: int = 4) -> str:
    if isinstance(value, float):
        return f"{value:.{digits}g}" if value != int(value) or abs(value) >= 1e6 else f"{value:.0f}."
    return str(value)


def is_number_word(value: Any) -> bool:
    return value in ("nan", "inf", "-inf")


def code(name: str, shown: Shown, framework: str) -> str:
    """A line of Python that makes the value again, or nothing where it was cut."""
    values, shape = shown.get("values"), shown.get("shape")
    if shown.get("truncated") or values is None or isinstance(values, dict):
        return ""
    if shape is None:
        return ""
    if not shape:
        return f"{name} = {literal(values)}\n"
    dtype = str(shown["dtype"])
    if framework == "torch":
        return f"{name} = torch.tensor({literal(values)}, dtype=torch.{dtype})\n"
    return f"{name} = np.array({literal(values)}, dtype=np.{'bool_' if dtype == 'bool' else dtype})\n"


def literal(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(literal, value))}]"
    return f'float("{value}")' if is_number_word(value) else repr(value)
