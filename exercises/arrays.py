"""Arrays as the pages show them: one alone, or what came beside what was expected, slice by slice."""

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice, product
from typing import Any

from exercises.grids import Place, Scale, Slice, Table, alone, side_by_side
from exercises.heat import difference, flat, largest, number

MOST_SLICES = 24
Shown = dict[str, Any]  # {"dtype", "shape", "values", "truncated"?} of a report


@dataclass(frozen=True)
class ArrayView:
    """One named value with its dtype and shape. Without slices, `text` says what there is to say."""

    name: str
    about: str
    slices: list[Slice] = field(default_factory=list)
    text: str = ""
    parts: list["ArrayView"] = field(default_factory=list)
    more: str = ""

    @property
    def wrong(self) -> int:
        return sum(each.wrong for each in self.slices)


@dataclass(frozen=True)
class Known:
    """What is known of an array: nested values with their shape, which is only its beginning where it was cut."""

    values: Any
    shape: list[int]
    more: str = ""

    def table(self, leading: Place) -> Table:
        values = self.values
        for index in leading:
            values = values[index]
        return [[values]] if not self.shape else [values] if len(self.shape) == 1 else values

    def slices(self, worst: Place, make: Callable[[str, Place], Slice]) -> list[Slice]:
        """The slices that are shown, the one with the worst cell first."""
        first = worst[:-2] if worst else (0,) * len(self.shape[:-2])
        others = (place for place in product(*map(range, self.shape[:-2])) if place != first)
        return [make(where(place), place) for place in (first, *islice(others, MOST_SLICES - 1))]

    @property
    def left_out(self) -> str:
        hidden = math.prod(self.shape[:-2]) - MOST_SLICES
        return self.more or (f"{hidden} more slices are not shown." if hidden > 0 else "")


def shape_text(shown: Shown) -> str:
    """`(3, 5)`; empty where the value has none."""
    shape = shown.get("shape")
    if shape is None:
        return ""
    return f"({', '.join(map(str, shape))}{',' if len(shape) == 1 else ''})"


def about(shown: Shown) -> str:
    """`float64, shape (3, 5)`."""
    return f"{shown.get('dtype', '')}{f', shape {shape_text(shown)}' if shown.get('shape') else ''}"


def where(place: Place) -> str:
    return f"[{', '.join(map(str, place))}, :, :]" if place else ""


def view(name: str, shown: Shown) -> ArrayView:
    """The value alone."""
    values = shown.get("values")
    if isinstance(values, dict):
        return ArrayView(name, about(shown), parts=[view(path, part) for path, part in values.items()])
    if text := in_words(shown):
        return ArrayView(name, about(shown), text=text)
    known = read(shown)
    scale = Scale(largest(flat(known.values)))
    slices = known.slices((), lambda where, place: alone(where, known.table(place), len(known.shape), scale))
    return ArrayView(name, about(shown), slices, more=known.left_out)


def compare(name: str, expected: Shown, actual: Shown, tolerance: float, worst: Place = ()) -> ArrayView:
    """Both, of the same shape, and how far they are apart."""
    if text := in_words(actual) or in_words(expected):
        wanted = in_words(expected)
        return ArrayView(name, about(actual), text=text if text == wanted else f"{text}, expected {wanted}")
    known, other = read(actual), read(expected)
    worst = worst if is_inside(worst, known.shape) else ()
    pairs = zip(flat(known.values), flat(other.values), strict=True)
    errors = [error for a, b in pairs if math.isfinite(error := difference(a, b))]
    size = max(largest(flat(known.values)), largest(flat(other.values)))
    scale = Scale(size, max(errors, default=0.0), tolerance)

    def make(where: str, place: Place) -> Slice:
        centre = ((0, 0, *worst)[-2], worst[-1]) if worst and worst[:-2] == place else None
        return side_by_side(where, other.table(place), known.table(place), len(known.shape), scale, centre)

    return ArrayView(name, about(actual), known.slices(worst, make), more=known.left_out)


def is_inside(place: Place, shape: list[int]) -> bool:
    return len(place) == len(shape) > 0 and all(index < size for index, size in zip(place, shape, strict=True))


def in_words(shown: Shown) -> str:
    """What there is to say of a value that is no table of numbers."""
    values, shape = shown.get("values"), shown.get("shape")
    if values is None:
        return "None" if shown.get("dtype") == "NoneType" else "cannot be shown"
    if not shape and number(values) is None:
        return str(values)
    return "no values" if shape and math.prod(shape) == 0 else ""


def read(shown: Shown) -> Known:
    shape, values = list(shown.get("shape") or []), shown["values"]
    if not shown.get("truncated"):
        return Known(values, shape)
    more = f"Only the first {len(values)} of {math.prod(shape)} values are shown"
    rows = len(values) // shape[-1]
    if rows < 2:
        return Known(values, [len(values)], f"{more}.")
    beginning = [values[i * shape[-1] : (i + 1) * shape[-1]] for i in range(rows)]
    return Known(beginning, [rows, shape[-1]], f"{more}{', row after row' if len(shape) > 2 else ''}.")
