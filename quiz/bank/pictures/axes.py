"""A pair of axes in a drawing, and curves along them."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from quiz.bank.pictures.svg import Drawing, Point

Values = NDArray[np.float64] | NDArray[np.signedinteger[Any]] | Sequence[float]
Ticks = Sequence[tuple[float, str]]


@dataclass(frozen=True)
class Axes:
    """A rectangle of a drawing with a scale on each side; `logarithmic` is for the vertical one."""

    drawing: Drawing
    left: float
    top: float
    width: float
    height: float
    x: tuple[float, float]
    y: tuple[float, float]
    logarithmic: bool = False

    def at(self, x: float, y: float) -> Point:
        """Where these values lie in the drawing."""
        scale: Callable[[float], float] = math.log10 if self.logarithmic else float
        low, high = scale(self.y[0]), scale(self.y[1])
        right = (x - self.x[0]) / (self.x[1] - self.x[0])
        up = (scale(y) - low) / (high - low)
        return self.left + right * self.width, self.top + (1 - up) * self.height

    def frame(self, x_ticks: Ticks = (), y_ticks: Ticks = (), x_name: str = "", y_name: str = "") -> None:
        """Grid lines with their numbers, and the names of the axes."""
        bottom = self.top + self.height
        for value, name in x_ticks:
            place = self.at(value, self.y[0])[0]
            self.drawing.line((place, self.top), (place, bottom), "grid")
            self.drawing.text((place, bottom + 15), name, "tick", "middle")
        for value, name in y_ticks:
            place = self.at(self.x[0], value)[1]
            self.drawing.line((self.left, place), (self.left + self.width, place), "grid")
            self.drawing.text((self.left - 6, place + 4), name, "tick", "end")
        if x_name:
            self.drawing.text((self.left + self.width, bottom + 31), x_name, "name", "end")
        if y_name:
            self.drawing.text((self.left - 30, self.top - 9), y_name, "name")

    def curve(self, xs: Values, ys: Values, look: str) -> None:
        """A curve; what lies outside the axes is left out."""
        low, high = self.y
        points = [self.at(x, y) for x, y in zip(xs, ys, strict=True) if low <= y <= high]
        self.drawing.curve(points, f"curve {look}")

    def label(self, x: float, y: float, text: str, look: str, anchor: str = "start") -> None:
        self.drawing.text(self.at(x, y), text, f"label {look}", anchor)


def counted(values: Sequence[float]) -> list[tuple[float, str]]:
    """Ticks that are named by their numbers."""
    return [(value, f"{value:g}".replace("-", "−")) for value in values]


def powers(exponents: Sequence[int]) -> list[tuple[float, str]]:
    """Ticks at powers of ten."""
    raised = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
    return [
        (10.0**exponent, "1" if exponent == 0 else "10" + str(exponent).translate(raised)) for exponent in exponents
    ]
