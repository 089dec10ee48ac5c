"""The two messages of the grader, plain data both: the job that goes in, and the report that comes out."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields
from typing import Any, Literal, Self

Verdict = Literal[
    "accepted",
    "wrong_answer",
    "runtime_error",
    "time_limit",
    "memory_limit",
    "output_limit",
    "forbidden",
    "invalid",
    "internal_error",
]
VERDICTS: tuple[str, ...] = Verdict.__args__  # type: ignore[attr-defined]
GRADER_VERSION = "1"


class _Plain:
    """Conversion to and from JSON-able dicts."""

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)  # type: ignore[call-overload,no-any-return]

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        names = {item.name for item in fields(cls)}  # type: ignore[arg-type]
        return cls(**{key: value for key, value in data.items() if key in names})


@dataclass(frozen=True)
class Job(_Plain):
    """One submission to grade, with everything that is needed to do so.

    seed     draws the inputs; None for a fresh one (the report says which), a number to replay
    files    the exercise's folder: path in the folder -> text
    purpose  "submit" for all cases, "run" for the samples, "try" for one call with `inputs`
    later    the task that is told, on the queue of results, what is found after the verdict: the smallest input that
             fails, the speed of an accepted solution; "" when nobody asks, and then the report waits for the former
    timed    whether an accepted solution is timed
    handed_in  when the source was, in seconds since 1970; 0 when that is not known
    inputs   what a learner typed for "try": argument -> number, text, bool, None, or lists of these
    """

    id: str
    attempt: str
    exercise: str
    version: str
    files: dict[str, str]
    framework: str
    source: str
    seed: int | None = None
    purpose: str = "submit"
    device: str = "cpu"
    inputs: dict[str, Any] | None = None
    later: str = ""
    timed: bool = False
    handed_in: float = 0.0


@dataclass(frozen=True)
class CaseReport(_Plain):
    """What became of one case.

    `inputs`, `expected` and `actual`: name -> {"dtype", "shape", "values"}, with nested lists, nan and inf as strings,
    and "truncated" where the values were cut.

    parts      per output or gradient: {"name", "verdict", "shape", "max_abs_error", "times_tolerance", "says"}
    traceback  the learner's own frames, innermost last: {"line", "function", "text"}
    """

    name: str
    verdict: str
    message: str = ""
    inputs: dict[str, Any] = field(default_factory=dict)
    expected: dict[str, Any] = field(default_factory=dict)
    actual: dict[str, Any] = field(default_factory=dict)
    max_abs_error: float | None = None
    index: list[int] | None = None
    times_tolerance: float | None = None
    output: str | None = None
    parts: list[dict[str, Any]] = field(default_factory=list)
    traceback: list[dict[str, Any]] = field(default_factory=list)


@dataclass(frozen=True)
class Report(_Plain):
    """The verdict on one job, and all that is known about it.

    smallest     a small input that still fails: {"case", "inputs", "expected", "actual", "message", "snippet"}
    searching    it is still being looked for, and will be told later
    first_wrong  the first step that went wrong: {"step", "says"}
    traceback    of a source that did not load: the learner's own frames, as in `CaseReport`
    speed        time relative to the reference: {"ratio", "low", "high", "rounds"}
    """

    verdict: str
    message: str = ""
    diagnosis: dict[str, str] | None = None
    cases: list[CaseReport] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    stdout: str = ""
    cpu_seconds: float = 0.0
    wall_seconds: float = 0.0
    memory_mib: float = 0.0
    job: str = ""
    attempt: str = ""
    framework: str = ""
    device: str = "cpu"
    exercise: str = ""
    version: str = ""
    seed: int | None = None
    purpose: str = "submit"
    grader_version: str = GRADER_VERSION
    isolation: list[str] = field(default_factory=list)
    smallest: dict[str, Any] | None = None
    searching: bool = False
    first_wrong: dict[str, str] | None = None
    traceback: list[dict[str, Any]] = field(default_factory=list)
    speed: dict[str, float] | None = None
    retry: bool = False  # the sandbox failed, not the exercise: another attempt may succeed
    format: int = 1

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        cases = [CaseReport.from_dict(case) for case in data.get("cases", [])]
        return super().from_dict({**data, "cases": cases})
