"""What a piece of code prints, found out by running it in the sandbox."""

from __future__ import annotations

from grader import claims
from grader import plan as plans
from grader.sandbox import Limits, Sandbox, wire


class CodeFailed(Exception):
    """The code did not run to its end; the text is a sentence that says why."""


def printed(sandbox: Sandbox, code: str, limits: Limits | None = None, *, framework: str = "numpy") -> str:
    """Return what the code prints, without the line end; NumPy's warnings are no part of it. Raises CodeFailed."""
    outcome = sandbox.run(framework, plans.without_calls(framework).encoded([code]), limits or Limits())
    frames, _ = wire.frames(outcome.results)
    loading, _ = claims.sort(frames)
    if loading is not None and loading.error is not None:
        raise CodeFailed(f"the code stops with an error: {loading.error.sentence}")
    if outcome.ended != "finished":
        raise CodeFailed(f"the code did not run to its end: {outcome.ended}")
    if outcome.stdout_truncated:
        raise CodeFailed("the code prints too much")
    return "\n".join(line.rstrip() for line in outcome.stdout.strip("\n").split("\n"))
