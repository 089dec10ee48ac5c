"""A report as the page shows it: one sentence first, then the first case that fails, with everything to see why."""

import re
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.utils import timezone

from exercises import arrays
from exercises.arrays import ArrayView
from exercises.case_views import CaseView, Frame, case_view, frames_of
from exercises.models import Submission

LINE = re.compile(r"\bline (\d+)\b", re.IGNORECASE)
UNFINISHED = "Not attempted yet"
MOST_STDOUT = 4096
SEARCH_LIFE = timedelta(seconds=30)  # a search that has said nothing by then has died with its grader
MOST_TABLES = 6


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
SAME_AS_REFERENCE = Look("The same as the reference", "circle-check", "good")


@dataclass(frozen=True)
class Smallest:
    """The smallest input on which the code still fails."""

    message: str
    snippet: str
    inputs: list[ArrayView]
    expected: list[ArrayView]
    actual: list[ArrayView]

    @property
    def is_small(self) -> bool:
        """Whether all of it can be taken in at one look; the snippet tells the rest."""
        views = [*self.inputs, *self.expected, *self.actual]
        return len(views) <= MOST_TABLES and not any(view.parts for view in views)


@dataclass(frozen=True)
class Mark:
    """A line of the source with what is wrong there."""

    line: int
    message: str


@dataclass(frozen=True)
class Speed:
    """The time that the code takes, as a multiple of the reference's."""

    ratio: float
    low: float
    high: float
    rounds: int


@dataclass(frozen=True)
class Result:
    """What `_result.html` shows."""

    verdict: str
    look: Look
    message: str
    diagnosis: str = ""
    mistake: str = ""
    cases: list[CaseView] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    stdout: str = ""
    stdout_cut: bool = False
    frames: list[Frame] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    first_wrong: dict[str, str] | None = None
    smallest: Smallest | None = None
    searching: bool = False
    speed: Speed | None = None
    figures: str = ""
    log_in: str = ""

    @property
    def line(self) -> int | None:
        return self.marks[0].line if self.marks else None


def refused(message: str) -> Result:
    """The result for a source that was not even sent to the graders."""
    return Result("invalid", LOOKS["invalid"], message, marks=marks_of(message, []))


def not_sent(message: str, log_in: str = "") -> Result:
    """The result for what was not taken, although nothing is wrong with it; `log_in`: where to do so, if it helps."""
    return Result("", NOT_SENT, message, log_in=log_in)


def result_of(submission: Submission, asked: str = "") -> Result:
    """The result of a submission that has been graded, its first failing case open, and the number asked for."""
    report: dict[str, Any] = submission.report or {}
    message = str(report.get("message", ""))
    cases = report.get("cases", [])
    failing = next((i for i, case in enumerate(cases) if case["verdict"] != "accepted"), -1)
    opened = (asked, str((max(failing, 0) if submission.is_try else failing) + 1))
    views = [case_view(case, i, str(i) in opened, submission.framework) for i, case in enumerate(cases, 1)]
    diagnosis = report.get("diagnosis") or {}
    frames = frames_of(report.get("traceback"))
    stdout = str(report.get("stdout", ""))
    return Result(
        verdict=submission.verdict,
        look=look_of(submission, message),
        message=message,
        diagnosis=str(diagnosis.get("sentence", "")),
        mistake=str(diagnosis.get("slug") or ""),
        cases=views,
        remarks=list(report.get("remarks", [])),
        stdout=stdout[:MOST_STDOUT],
        stdout_cut=len(stdout) > MOST_STDOUT,
        frames=frames,
        marks=marks_of(message, frames or (frames_of(cases[failing].get("traceback")) if failing >= 0 else [])),
        first_wrong=report.get("first_wrong"),
        smallest=smallest_of(report.get("smallest")),
        searching=is_searching(submission),
        speed=speed_of(report.get("speed")),
        figures=figures_of(report),
    )


def is_searching(submission: Submission) -> bool:
    """Tell whether the smallest input that fails is still being looked for."""
    finished = submission.finished
    announced = bool((submission.report or {}).get("searching"))
    return announced and finished is not None and timezone.now() - finished < SEARCH_LIFE


def look_of(submission: Submission, message: str) -> Look:
    if message.startswith(UNFINISHED):
        return NOT_ATTEMPTED
    if submission.is_run and submission.verdict == "accepted":
        return SAME_AS_REFERENCE if submission.is_try else SAMPLES_PASS
    return LOOKS.get(submission.verdict, LOOKS["internal_error"])


def marks_of(message: str, frames: list[Frame]) -> list[Mark]:
    """The lines to mark in the editor, the innermost first; without a traceback, the one that the message names."""
    if numbered := [frame for frame in frames if frame.line > 0]:
        inner, *outer = reversed(numbered)
        return [Mark(inner.line, message), *(Mark(each.line, "called from here") for each in outer)]
    line = LINE.search(message)
    return [Mark(int(line[1]), message)] if line else []


def figures_of(report: dict[str, Any]) -> str:
    """`3 ms CPU, 32 MiB`."""
    if not report.get("wall_seconds"):
        return ""
    milliseconds = 1000 * float(report.get("cpu_seconds", 0))
    return f"{milliseconds:.0f} ms CPU · {float(report.get('memory_mib', 0)):.0f} MiB"


def smallest_of(found: dict[str, Any] | None) -> Smallest | None:
    if not found:
        return None
    inputs, expected, actual = (
        [arrays.view(name, shown) for name, shown in (found.get(key) or {}).items()]
        for key in ("inputs", "expected", "actual")
    )
    return Smallest(str(found.get("message") or ""), str(found.get("snippet") or ""), inputs, expected, actual)


def speed_of(found: dict[str, Any] | None) -> Speed | None:
    if not found:
        return None
    ratio = float(found["ratio"])
    return Speed(ratio, float(found.get("low", ratio)), float(found.get("high", ratio)), int(found.get("rounds", 0)))
