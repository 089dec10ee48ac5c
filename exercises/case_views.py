"""One case of a report as the page shows it: shape, dtype, then the values, the parts, the traceback."""

import math
import re
from dataclasses import dataclass, field
from typing import Any

from exercises import arrays, python_code
from exercises.arrays import ArrayView, Shown
from exercises.grids import error_text, pair

NO_LETTER = re.compile(r"\W+")


@dataclass(frozen=True)
class Check:
    """The shape or the dtype of an output, as expected and as it came."""

    what: str
    expected: str
    actual: str

    @property
    def agrees(self) -> bool:
        return self.expected == self.actual


@dataclass(frozen=True)
class Worst:
    """The cell that is furthest off."""

    place: str
    expected: str
    actual: str
    error: str


@dataclass(frozen=True)
class Output:
    """One output of a case: what came, beside what was expected where both have the same shape."""

    name: str
    checks: list[Check]
    together: ArrayView | None = None
    actual: ArrayView | None = None
    expected: ArrayView | None = None
    worst: Worst | None = None
    code: str = ""

    @property
    def agrees(self) -> bool:
        """Whether nothing in it differs from what was expected."""
        return self.together is not None and not self.together.wrong and all(check.agrees for check in self.checks)

    @property
    def wrong(self) -> str:
        """`3 values differ`; empty where the values agree or were not compared."""
        count = self.together.wrong if self.together else 0
        return f"{count} value{' differs' if count == 1 else 's differ'}" if count else ""


@dataclass(frozen=True)
class Part:
    """One output or gradient in the table of parts."""

    name: str
    passed: bool
    shape: str
    error: str
    times: str
    says: str


@dataclass(frozen=True)
class Frame:
    """One of the learner's own frames in a traceback."""

    line: int
    function: str
    text: str


@dataclass(frozen=True)
class Inside:
    """What an opened case shows."""

    inputs: list[ArrayView] = field(default_factory=list)
    outputs: list[Output] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)
    snippet: str = ""

    @property
    def differing(self) -> list[Output]:
        return [output for output in self.outputs if not output.agrees]

    @property
    def agreeing(self) -> list[Output]:
        return [output for output in self.outputs if output.agrees]


@dataclass(frozen=True)
class CaseView:
    """A case, numbered from 1; its inside only where it is open, as the page fetches those that are folded."""

    number: int
    name: str
    verdict: str
    message: str
    is_bare: bool
    inside: Inside | None = None

    @property
    def passed(self) -> bool:
        return self.verdict == "accepted"


def case_view(case: dict[str, Any], number: int, opened: bool, framework: str) -> CaseView:
    return CaseView(
        number,
        name=str(case["name"]),
        verdict=str(case["verdict"]),
        message=str(case.get("message", "")),
        is_bare=not any(case.get(key) for key in ("inputs", "expected", "actual", "message")),
        inside=inside_of(case, framework) if opened else None,
    )


def inside_of(case: dict[str, Any], framework: str) -> Inside:
    inputs: dict[str, Shown] = case.get("inputs") or {}
    return Inside(
        inputs=[arrays.view(name, shown) for name, shown in inputs.items()],
        outputs=outputs_of(case, framework),
        parts=[part_view(part) for part in case.get("parts") or []],
        frames=frames_of(case.get("traceback")),
        snippet=python_code.program(inputs, framework),
    )


def outputs_of(case: dict[str, Any], framework: str) -> list[Output]:
    expected, actual = leaves_of(case.get("expected")), leaves_of(case.get("actual"))
    names = list(dict.fromkeys((*expected, *actual)))
    judged = case.get("output") or (names[0] if names else "")
    names.sort(key=lambda name: name != judged)
    return [
        output_view(case if name == judged else None, case, name, expected.get(name), actual.get(name), framework)
        for name in names
    ]


def leaves_of(named: dict[str, Shown] | None) -> dict[str, Shown]:
    """The values by name; of a list, tuple or dict each leaf by itself, as `grads[0]` or `cache.k`."""
    found: dict[str, Shown] = {}
    for name, shown in (named or {}).items():
        if not python_code.is_container(shown) or not shown["values"]:
            found[name] = shown
            continue
        for path, leaf in shown["values"].items():
            found[f"{name}{'' if path.startswith('[') else '.'}{path}"] = leaf
    return found


def output_view(
    judged: dict[str, Any] | None,
    case: dict[str, Any],
    name: str,
    expected: Shown | None,
    actual: Shown | None,
    framework: str,
) -> Output:
    """`judged` is the case where this output is the one that its figures speak of."""
    code = code_of(name, expected, actual, framework)
    if not expected or not actual or not comparable(expected, actual):
        return Output(
            name,
            checks_of(expected, actual),
            actual=arrays.view(name, actual) if actual else None,
            expected=arrays.view(name, expected) if expected else None,
            code=code,
        )
    place = tuple((judged or {}).get("index") or ())
    tolerance = math.inf if case["verdict"] == "accepted" else tolerance_of(case)
    together = arrays.compare(name, expected, actual, tolerance, place)
    worst = worst_of(judged, expected, actual, place) if judged and together.wrong else None
    return Output(name, checks_of(expected, actual), together, worst=worst, code=code)


def checks_of(expected: Shown | None, actual: Shown | None) -> list[Check]:
    if not expected or not actual:
        return []
    found = [Check("dtype", str(expected.get("dtype", "")), str(actual.get("dtype", "")))]
    if expected.get("shape") is not None and actual.get("shape") is not None:
        found.insert(0, Check("shape", arrays.shape_text(expected), arrays.shape_text(actual)))
    return found


def comparable(expected: Shown, actual: Shown) -> bool:
    if expected.get("shape") is None or expected["shape"] != actual.get("shape"):
        return False
    if bool(expected.get("truncated")) != bool(actual.get("truncated")):
        return False
    return expected.get("values") is not None and actual.get("values") is not None


def tolerance_of(case: dict[str, Any]) -> float:
    """The allowance at the worst cell, which the report gives as a ratio."""
    error, ratio = case.get("max_abs_error"), case.get("times_tolerance")
    return float(error) / float(ratio) if error and ratio else 1e-9


def worst_of(case: dict[str, Any], expected: Shown, actual: Shown, place: tuple[int, ...]) -> Worst | None:
    """The worst cell in words; None where it lies outside of what is known."""
    if not place or len(place) != len(expected["shape"]):
        return None
    number = 0
    for index, size in zip(place, expected["shape"], strict=True):
        number = number * size + index
    try:
        wanted, got = (
            shown["values"][number] if shown.get("truncated") else at(shown["values"], place)
            for shown in (expected, actual)
        )
    except (IndexError, TypeError):
        return None
    error = case.get("max_abs_error")
    got_text, wanted_text = pair(got, wanted, "wrong")
    where = f"[{', '.join(map(str, place))}]"
    return Worst(where, wanted_text, got_text, error_text(float(error)) if error is not None else "")


def at(values: Any, place: tuple[int, ...]) -> Any:
    for index in place:
        values = values[index]
    return values


def code_of(name: str, expected: Shown | None, actual: Shown | None, framework: str) -> str:
    word = NO_LETTER.sub("_", name).strip("_")
    both = {f"expected_{word}": expected, f"your_{word}": actual}
    return python_code.program({key: shown for key, shown in both.items() if shown}, framework)


def part_view(part: dict[str, Any]) -> Part:
    error, times = part.get("max_abs_error"), part.get("times_tolerance")
    shape = part.get("shape")
    return Part(
        name=str(part["name"]),
        passed=part.get("verdict") in ("right", "accepted"),
        shape=arrays.shape_text({"shape": shape}) if isinstance(shape, list) else str(shape or ""),
        error=figure(error),
        times=figure(times),
        says=str(part.get("says") or ""),
    )


def figure(value: Any) -> str:
    return f"{float(value):.2g}" if isinstance(value, int | float) and not isinstance(value, bool) else str(value or "")


def frames_of(traceback: list[dict[str, Any]] | None) -> list[Frame]:
    return [
        Frame(int(each.get("line") or 0), str(each.get("function") or ""), str(each.get("text") or ""))
        for each in traceback or []
    ]
