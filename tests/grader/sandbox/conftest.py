"""A real sandbox whose program runs the payload as Python: `run(source)` is one submission in a jail of its own."""

from __future__ import annotations

import contextlib
import gc
import os
import tempfile
import textwrap
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import astuple, dataclass, replace
from pathlib import Path

import pytest

from grader.sandbox import Limits, Outcome, Profile, Sandbox
from grader.sandbox.profiles import PROFILES

PROGRAMS = Path(__file__).parent / "programs"
ECHO = Profile("echo", "echo:run", ("numpy",), ("echo.py",), "numpy", folder=PROGRAMS)
ECHO_ONLY = {"program": "echo:run", "files": ("echo.py",), "folder": PROGRAMS, "timed": ""}
ECHO_TORCH = replace(PROFILES["torch"], name="echo-torch", **ECHO_ONLY)

Run = Callable[..., Outcome]


@pytest.fixture(scope="session")
def echo() -> Profile:
    return ECHO


@pytest.fixture(scope="session")
def echo_torch() -> Profile:
    return ECHO_TORCH


@pytest.fixture
def broken() -> Profile:
    return Profile("broken", "not_there:run", (), (), "python")


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox((ECHO,)) as sandbox:
        yield sandbox


@pytest.fixture
def run(sandbox: Sandbox) -> Run:
    def run(source: str, limits: Limits | None = None) -> Outcome:
        return sandbox.run("echo", textwrap.dedent(source).encode(), limits or Limits())

    return run


@pytest.fixture
def tell(run: Run) -> Callable[[str], str]:
    """Return what an expression is inside the jail, or the exception that it raises, as text."""

    def tell(expression: str, setup: str = "") -> str:
        source = textwrap.dedent(setup) + (
            f"\ntry:\n    answer = repr({expression})\nexcept Exception as error:\n    answer = type(error).__name__\n"
            "send(answer.encode())\n"
        )
        outcome = run(source)
        assert outcome.ended == "finished", outcome
        return outcome.results.decode()

    return tell


@dataclass(frozen=True)
class Census:
    """What there is of processes, mounts, control groups, descriptors, threads and files that could be left behind."""

    processes: int
    mounts: int
    groups: int
    descriptors: int
    threads: int
    files: int

    def is_within(self, earlier: Census) -> bool:
        """Tell whether there is nothing more of anything than there was."""
        return all(now <= then for now, then in zip(astuple(self), astuple(earlier), strict=True))


def count_everything() -> Census:
    gc.collect()  # what earlier tests let go of is gone before it is counted
    return Census(
        processes=len(descendants()),
        mounts=len(Path("/proc/self/mountinfo").read_text().splitlines()),
        groups=len(groups_of(os.getpid())),
        descriptors=len(os.listdir("/proc/self/fd")),
        threads=threading.active_count(),
        files=len(os.listdir(tempfile.gettempdir())) + len(os.listdir("/dev/shm")),
    )


def count_settled(seconds: float = 1.5) -> Census:
    """Count when nothing has changed for so long: sandboxes of other tests may still be making children to wait."""
    counted, since, end = count_everything(), time.monotonic(), time.monotonic() + 20
    while time.monotonic() < min(since + seconds, end):
        time.sleep(0.05)
        if (now := count_everything()) != counted:
            counted, since = now, time.monotonic()
    return counted


def groups_of(pid: int) -> list[Path]:
    return [path for path in Path("/sys/fs/cgroup").rglob(f"backpass-{pid}-*") if path.is_dir()]


def descendants(pid: int | None = None) -> set[int]:
    """Return the processes below one, this one by default."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with contextlib.suppress(OSError):
                parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
                children.setdefault(parent, []).append(int(entry.name))
    found: set[int] = set()
    waiting = [pid or os.getpid()]
    while waiting:
        for child in children.get(waiting.pop(), []):
            found.add(child)
            waiting.append(child)
    return found


@pytest.fixture(scope="session")
def census(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Census]]:
    """Return a function that counts; files that this process makes go where nobody else's are."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tempfile, "tempdir", str(tmp_path_factory.mktemp("temporary")))
        yield count_everything


@pytest.fixture(scope="session")
def settled_census(census: Callable[[], Census]) -> Callable[[], Census]:
    """Return a function that counts once everything has come to rest: what a later count is compared with."""
    return count_settled


@pytest.fixture
def of_process() -> Callable[[int], tuple[set[int], list[Path]]]:
    """Return the processes and the control groups that belong to a process."""
    return lambda pid: (descendants(pid), groups_of(pid))


@pytest.fixture(scope="session")
def eventually() -> Callable[[Callable[[], bool]], bool]:
    """Tell whether something becomes true within some seconds."""

    def eventually(condition: Callable[[], bool], seconds: float = 10.0) -> bool:
        until = time.monotonic() + seconds
        while not (so_far := condition()) and time.monotonic() < until:
            time.sleep(0.02)
        return so_far

    return eventually
