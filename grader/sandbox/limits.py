"""What a submission may use, what came of it, and the two ways in which the sandbox itself can fail."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

KiB = 1024
MiB = 1024 * KiB

Ended = Literal["finished", "exited", "cpu", "wall", "memory", "output", "signal"]


@dataclass(frozen=True)
class Limits:
    """What one submission may use. Memory counts on top of what the warm interpreter holds before it arrives.

    CPU time is the rule; wall time is the backstop against sleeping, so it should be several times the CPU time.
    """

    cpu_seconds: float = 2.0
    wall_seconds: float = 10.0
    memory_mib: int = 512
    result_bytes: int = 32 * MiB
    stdout_bytes: int = 64 * KiB


@dataclass(frozen=True)
class Outcome:
    """How a submission ended, by facts taken outside the jail, and what it claims.

    ended             finished: the program ran to its end
                      exited: the process left before that, of its own accord, with `status`
                      cpu, wall, memory, output: this limit was reached (output: too long results, or a flood of prints)
                      signal: the process died by `signal`, a crash
    results           what came over the result pipe: claims of the learner's process, never to be trusted
    stdout            what was printed, to either stream, decoded with replacement and cut at the limit
    layers            the isolation layers that were active
    waiting_seconds   when stopped by the wall limit: how long it was ready to run but the machine was busy with others
    """

    ended: Ended
    results: bytes
    stdout: str
    stdout_truncated: bool
    cpu_seconds: float
    wall_seconds: float
    memory_mib: float
    signal: int | None
    status: int | None
    layers: tuple[str, ...]
    waiting_seconds: float = 0.0


class SandboxUnavailable(Exception):
    """The sandbox cannot be had on this machine: says what is missing and what to do about it."""


class SandboxFailure(Exception):
    """A run failed by our fault, also when tried again. Never a verdict about the learner."""
