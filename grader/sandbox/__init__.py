"""Runs strangers' code, one jailed process per submission.

    with Sandbox(profiles=("numpy",)) as sandbox:
        outcome = sandbox.run("numpy", payload, Limits())

What a profile runs is a function `run(payload: bytes, send: Callable[[bytes], None])`: `grader.sandbox.harness` for
learners, `grader.sandbox.author` for authors. Inside the jail there is no `__init__.py` on the way to them: `grader`
and `grader.sandbox` are namespace packages that hold only the files that the profile mounts, so a module that is used
on both sides imports the same way on both, `from grader.sandbox import wire`.

From door to result: `sandbox` takes a waiting `child` from a `pool` and `run`s the submission in it. Before that, the
pool had `start` run the `launcher`, which became the `zygote`, which made the child, which shut itself in (`jail`).
"""

from grader.sandbox.dialogue import Dialogue, DialogueEnded
from grader.sandbox.layers import Layer
from grader.sandbox.limits import KiB, Limits, MiB, Outcome, SandboxFailure, SandboxUnavailable
from grader.sandbox.profiles import Profile
from grader.sandbox.sandbox import Sandbox

__all__ = [
    "Dialogue",
    "DialogueEnded",
    "KiB",
    "Layer",
    "Limits",
    "MiB",
    "Outcome",
    "Profile",
    "Sandbox",
    "SandboxFailure",
    "SandboxUnavailable",
]
