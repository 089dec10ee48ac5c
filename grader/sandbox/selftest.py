"""Proves a sandbox before it is used: hostile acts must be held, limits must bite, and an honest program must run."""

from __future__ import annotations

from grader.sandbox import probes, protocol
from grader.sandbox.limits import Limits, Outcome, SandboxFailure, SandboxUnavailable
from grader.sandbox.run import run
from grader.sandbox.start import Zygote

_LIMITS = Limits(cpu_seconds=1.0, wall_seconds=20.0, memory_mib=64)
_ENDINGS = {
    "never_ends": ("cpu", Limits(cpu_seconds=0.05, wall_seconds=20.0, memory_mib=64)),
    "floods_the_output": ("output", _LIMITS),
}


def prove(zygote: Zygote) -> None:
    """Try everything in jailed children. Raises SandboxUnavailable naming the first thing that did not hold."""
    for name in probes.ACTS:
        ended, limits = _ENDINGS.get(name, ("finished", _LIMITS))
        outcome = _try(zygote, name, limits)
        answer = outcome.results.decode(errors="replace")
        held = answer == "45" if name == "honest" else answer.startswith("held: ") or ended != "finished"
        if name == "allocates_everything" and outcome.ended == "memory":
            continue  # the control group was first, as where addresses have no limit
        if outcome.ended != ended or not held:
            raise SandboxUnavailable(
                f"the {zygote.profile.name} sandbox failed its self-test: {name.replace('_', ' ')} "
                f"ended in {outcome.ended} with {answer!r}"
            )


def _try(zygote: Zygote, name: str, limits: Limits) -> Outcome:
    child = zygote.bear()
    try:
        return run(child, name.encode(), limits, (), protocol.PROBES)
    except SandboxFailure as error:
        raise SandboxUnavailable(f"the {zygote.profile.name} sandbox failed its self-test: {name}: {error}") from None
    finally:
        zygote.bury(child)
