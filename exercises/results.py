"""A report as the page shows it: one sentence first, then the first case that fails, with everything to see why."""

import re
from dataclasses import dataclass, field
from typing import Any

from exercises import arrays
from exercises.arrays import Against, ArrayView
from exercises.models import Submission

LINE = re.compile(r"\bline (\d+)\b", re.IGNORECASE)
UNFINISHED = "Not attempted yet"
MOST_STDOUT = 4096


@dataclass(frozen=True)
class Look:
    """How a verdict is shown: words, icon, tone."""

    title: str
    icon: str
    tone: str


LOOKS = {
    "accepted": Look("Accepted", "circle-check", "good"),
    "wrong_answer": Look("Not right yet", "circle-x", "bad"),
    "runtime_error": Look("Your code stopped with an error", "circle-x", "bad"),
    "time_limit": Look("Too slow", "clock", "bad"),
    "memory_limit": Look("Too much memory", "circle-x", "bad"),
    "output_limit": Look("Too much output", "circle-x", "bad"),
    "forbidden": Look("Something here is not allowed", "triangle-alert", "warn"),
    "invalid": Look("This cannot be run", "triangle-alert", "warn"),
    "internal_error": Look("Our fault, not yours", "triangle-alert", "warn"),
}
NOT_ATTEMPTED = Look("Not attempted yet", "info", "warn")
NOT_SENT = Look("Not sent yet", "info", "warn")
SAMPLES_PASS = Look("The sample cases pass", "circle-check", "good")


@dataclass(frozen=True)
class Output:
    """One output of a failing case: what came, marked against what was expected."""

    actual: ArrayView | None
    expected: ArrayView | None
    together: bool

    @property
    def agrees(self) -> bool:
        """Whether nothing in it differs from what was expected."""
        return self.together and self.actual is not None and not any(grid.wrong for grid in self.actual.grids)


@dataclass(frozen=True)
class CaseView:
    name: str
    verdict: str
    message: str
    opened: bool
    inputs: list[ArrayView] = field(default_factory=list)
    outputs: list[Output] = field(default_factory=list)
    snippet: str = ""

    @property
    def passed(self) -> bool:
        return self.verdict == "accepted"

    @property
    def differing(self) -> list[Output]:
        return [output for output in self.outputs if not output.agrees]

    @property
    def agreeing(self) -> list[Output]:
        return [output for output in self.outputs if output.agrees]


@dataclass(frozen=True)
class Result:
    """What `_result.html` shows."""

    verdict: str
    look: Look
    message: str
    diagnosis: str = ""
    cases: list[CaseView] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    stdout: str = ""
    stdout_cut: bool = False
    line: int | None = None
    figures: str = ""

    @property
    def passed(self) -> int:
        return sum(case.passed for case in self.cases)


def refused(message: str) -> Result:
    """The result for a source that was not even sent to the graders."""
    line = LINE.search(message)
    return Result("invalid", LOOKS["invalid"], message, line=int(line[1]) if line else None)


def not_sent(message: str) -> Result:
    """The result for what was not taken, although nothing is wrong with it."""
    return Result("", NOT_SENT, message)


def result_of(submission: Submission) -> Result:
    """The result of a submission that has been graded."""
    report: dict[str, Any] = submission.report or {}
    message = str(report.get("message", ""))
    cases = report.get("cases", [])
    failing = next((i for i, case in enumerate(cases) if case["verdict"] != "accepted"), None)
    stdout = str(report.get("stdout", ""))
    line = LINE.search(message)
    return Result(
        verdict=submission.verdict,
        look=look_of(submission, message),
        message=message,
        diagnosis=str((report.get("diagnosis") or {}).get("sentence", "")),
        cases=[case_view(case, i == failing, submission.framework) for i, case in enumerate(cases)],
        remarks=list(report.get("remarks", [])),
        stdout=stdout[:MOST_STDOUT],
        stdout_cut=len(stdout) > MOST_STDOUT,
        line=int(line[1]) if line else None,
        figures=figures_of(report),
    )


def look_of(submission: Submission, message: str) -> Look:
    if message.startswith(UNFINISHED):
        return NOT_ATTEMPTED
    if submission.is_run and submission.verdict == "accepted":
        return SAMPLES_PASS
    return LOOKS.get(submission.verdict, LOOKS["internal_error"])


def figures_of(report: dict[str, Any]) -> str:
    """`3 ms CPU, 32 MiB`."""
    if not report.get("wall_seconds"):
        return ""
    milliseconds = 1000 * float(report.get("cpu_seconds", 0))
    return f"{milliseconds:.0f} ms CPU · {float(report.get('memory_mib', 0)):.0f} MiB"


def case_view(case: dict[str, Any], opened: bool, framework: str) -> CaseView:
    inputs: dict[str, Any] = case.get("inputs") or {}
    lines = [arrays.code(name, shown, framework) for name, shown in inputs.items()]
    return CaseView(
        name=str(case["name"]),
        verdict=str(case["verdict"]),
        message=str(case.get("message", "")),
        opened=opened,
        inputs=[arrays.view(name, shown) for name, shown in inputs.items()],
        outputs=outputs_of(case),
        snippet="".join(lines) if all(lines) else "",
    )


def outputs_of(case: dict[str, Any]) -> list[Output]:
    expected, actual = case.get("expected") or {}, case.get("actual") or {}
    names = list(dict.fromkeys((*expected, *actual)))
    first = case.get("output") or (names[0] if names else "")
    return [output_view(case, name, expected.get(name), actual.get(name), name == first) for name in names]


def output_view(case: dict[str, Any], name: str, expected: Any, actual: Any, is_first: bool) -> Output:
    """Both in one table where they have the same shape, else one beside the other."""
    same = comparable(expected, actual)
    if not same:
        return Output(
            arrays.view(name, actual) if actual else None, arrays.view(name, expected) if expected else None, False
        )
    worst = tuple(case["index"]) if is_first and case.get("index") is not None else None
    passed = case["verdict"] == "accepted"
    against = Against(expected, float("inf") if passed else tolerance_of(case), worst)
    return Output(arrays.view(name, actual, against), arrays.view(name, expected), True)


def comparable(expected: Any, actual: Any) -> bool:
    if not expected or not actual or expected.get("shape") is None or expected["shape"] != actual.get("shape"):
        return False
    cut = expected.get("truncated") or actual.get("truncated")
    return not cut and expected.get("values") is not None and actual.get("values") is not None


def tolerance_of(case: dict[str, Any]) -> float:
    """The allowance at the worst cell, which the report gives as a ratio."""
    error, ratio = case.get("max_abs_error"), case.get("times_tolerance")
    return float(error) / float(ratio) if error and ratio else 1e-9
