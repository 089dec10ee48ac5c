"""From what was found to the verdict and the sentence under it."""

from __future__ import annotations

import difflib
import signal

from grader import wording
from grader.claims import ErrorClaim, Loading
from grader.examine import Examined
from grader.sandbox import Limits, Outcome

STATUS = {
    "cpu": "time_limit",
    "wall": "time_limit",
    "memory": "memory_limit",
    "output": "output_limit",
    "signal": "runtime_error",
    "exited": "runtime_error",
}


def of_outcome(outcome: Outcome, limits: Limits, waiting: str | None) -> tuple[str, str] | None:
    """Return verdict and message of a run that did not come to its end, or None; `waiting` is the case it was in."""
    verdict = STATUS.get(outcome.ended)
    if verdict is None:
        return None
    where = f' in case "{waiting}"' if waiting else " while your source was loaded"
    if outcome.ended == "cpu":
        return verdict, f"Stopped after {limits.cpu_seconds:g} s of CPU time{where}."
    if outcome.ended == "wall":
        return verdict, f"Stopped after {limits.wall_seconds:g} s{where}: your code was waiting for something."
    if outcome.ended == "memory":
        return verdict, f"More than {limits.memory_mib} MiB of memory were used{where}."
    if outcome.ended == "output":
        return verdict, "Too much was printed or returned."
    if outcome.ended == "signal":
        return verdict, f"The Python process crashed{where} ({_signal_name(outcome.signal)})."
    return verdict, f"Your code left the process before it had finished (exit status {outcome.status}){where}."


def _signal_name(number: int | None) -> str:
    reasons = {
        signal.SIGSEGV: "segmentation fault, often endless recursion",
        signal.SIGSYS: "a system call that is not allowed",
    }
    try:
        kind = signal.Signals(number or 0)
    except ValueError:
        return f"signal {number}"
    return reasons.get(kind, kind.name)


def of_loading(loading: Loading) -> tuple[str, str]:
    """Return verdict and message where the source did not load, or lacks a function."""
    if loading.error is not None:
        return of_error(loading.error, "while your source was loaded")
    return "invalid", missing_sentence(list(loading.missing), list(loading.defined))


def missing_sentence(missing: list[str], defined: list[str]) -> str:
    """Return the sentence about functions that are not there, with a guess at what was meant."""
    close = difflib.get_close_matches(missing[0], defined, n=1, cutoff=0.6) if missing else []
    hint = f" Did you mean `{close[0]}`?" if close and close[0] not in missing else ""
    what = "function" if len(missing) == 1 else "functions"
    return f"The {what} {wording.names(missing)} must be defined, and cannot be found.{hint}"


def of_error(error: ErrorClaim, where: str) -> tuple[str, str]:
    """Return verdict and message of an exception."""
    if "Forbidden" in error.kinds:
        return "forbidden", f"{error.sentence}."
    if "MemoryError" in error.kinds:
        return "memory_limit", f"Memory ran out {where}: {error.sentence}."
    if "NotImplementedError" in error.kinds:
        return "runtime_error", f"Not attempted yet: {error.sentence}."
    if "SystemExit" in error.kinds:
        return "runtime_error", f"Your code asked Python to exit {where}: {error.sentence}."
    if "SyntaxError" in error.kinds:
        return "invalid", f"{error.sentence}."
    return "runtime_error", f"{error.sentence}, {where}."


def of_cases(examined: list[Examined]) -> tuple[str, str]:
    """Return verdict and message of a run that came to its end."""
    failed = [found for found in examined if found.findings]
    if not failed:
        if any(found.missing for found in examined) or not examined:
            return "runtime_error", "Your code ended before every case had been run."
        return "accepted", f"All {wording.count(len(examined), 'case')} pass." if len(
            examined
        ) > 1 else "The case passes."
    errors = [found.error for found in failed if found.error is not None]
    for kind in ("Forbidden", "MemoryError"):
        for error in errors:
            if kind in error.kinds:
                return of_error(error, "in a case")
    if len(errors) == len(examined) and all("NotImplementedError" in error.kinds for error in errors):
        return "runtime_error", "Not attempted yet: your function still raises NotImplementedError."
    only_exceptions = all(found.first is not None and found.first.kind == "exception" for found in failed)
    return "runtime_error" if only_exceptions else "wrong_answer", headline(failed, len(examined))


def headline(failed: list[Examined], total: int) -> str:
    """Return `2 of 8 cases fail: huge logits: expected shape (2, 5), got (5,)`."""
    worst = min(failed, key=lambda found: found.first.rank if found.first else 99)
    verb = "fails" if len(failed) == 1 else "fail"
    return f"{len(failed)} of {wording.count(total, 'case')} {verb}: {worst.case.name}: {case_message(worst)}"


def case_message(found: Examined) -> str:
    """Return what is wrong with a case, in one sentence."""
    first = found.first
    if first is None:
        return ""
    if first.kind == "exception" and found.error is not None and found.error.signature is not None:
        return arity_sentence(found, found.error.signature)
    named = first.output and first.kind in ("shape", "dtype", "nonfinite", "values", "statistics")
    several = type(found.case.expected) in (tuple, list, dict)
    return f"`{first.output}`: {first.message}" if named and several else first.message


def arity_sentence(found: Examined, signature: str) -> str:
    arguments = ", ".join(found.case.inputs)
    return (
        f"your function could not be called: it is `{found.case.call}{signature}`, and it is called with "
        f"{wording.count(len(found.case.inputs), 'argument')}: ({arguments})"
    )
