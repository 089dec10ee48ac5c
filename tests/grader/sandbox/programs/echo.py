"""A program for the sandbox's own tests: runs the payload as Python, with `send` in its namespace."""

from collections.abc import Callable


def run(payload: bytes, send: Callable[[bytes], None]) -> None:
    exec(compile(payload, "<payload>", "exec"), {"__name__": "submission", "send": send})
