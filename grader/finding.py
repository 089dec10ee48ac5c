"""What is found wrong with a call: one finding for each output, and the order in which they are told."""

from __future__ import annotations

from dataclasses import dataclass

HUGE = 1e300  # JSON knows no infinity

# In the order in which they are told.
KINDS = (
    "exception",
    "none",
    "structure",
    "shape",
    "dtype",
    "nonfinite",
    "values",
    "statistics",
    "gradient",
    "mutation",
    "random",
)


@dataclass(frozen=True)
class Finding:
    """Something that is wrong with one output of one call."""

    kind: str
    message: str
    output: str = ""
    claim: str = ""
    lane: str = "plain"
    index: list[int] | None = None
    max_abs_error: float | None = None
    times_tolerance: float | None = None

    @property
    def rank(self) -> int:
        return KINDS.index(self.kind)
