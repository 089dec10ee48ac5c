"""A submission at the sandbox's door against a cold jailed interpreter per submission, side by side in one run.

The cold one is what other judges do: bubblewrap starts Python, which imports the package and runs the same few lines.
It is started by an ordinary user, never by the real root.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from grader.sandbox import Limits, Profile, Sandbox
from grader.sandbox.profiles import PROFILES

_TESTS = Path(__file__).resolve().parents[1] / "grader" / "sandbox"
_ORDINARY = str(_TESTS / "scripts" / "ordinary.py")
_COLD = str(Path(__file__).with_name("cold_start.py"))

SOURCES = {
    "numpy": "import numpy as np; send(np.exp(np.arange(8.0)).tobytes())",
    "torch": "import torch; send(torch.exp(torch.arange(8.0)).numpy().tobytes())",
}
_ROUNDS, _RUNS, _COLD_STARTS = 4, 75, {"numpy": 5, "torch": 2}
_REST_SECONDS = 0.03
_PILE = 800


def figures() -> dict[str, float]:
    """Return milliseconds, submissions per second, MiB and ratios by name. Needs bubblewrap on the machine."""
    if shutil.which("bwrap") is None:
        raise RuntimeError("bubblewrap is not installed: the comparison with a cold jailed interpreter needs it")
    found: dict[str, float] = {}
    profiles = [profile for profile in map(_profile, SOURCES) if profile.available]
    with Sandbox(profiles) as sandbox:
        sandbox.warm()
        for profile in profiles:
            found |= {f"{profile.name}_{name}": value for name, value in _compare(sandbox, profile.name).items()}
    return found


def _profile(name: str) -> Profile:
    return replace(PROFILES[name], program="echo:run", files=("echo.py",), folder=_TESTS / "programs", timed="")


def _compare(sandbox: Sandbox, name: str) -> dict[str, float]:
    payload = SOURCES[name].encode()
    cold: list[float] = []
    idle: list[float] = []
    expected = _one(sandbox, name, payload)[1]
    for _ in range(_ROUNDS):
        cold += _cold_seconds(name, _COLD_STARTS[name])
        for _ in range(_RUNS):
            time.sleep(_REST_SECONDS)
            seconds, claim = _one(sandbox, name, payload)
            assert claim == expected
            idle.append(seconds)
    idle.sort()
    door, cold_start = statistics.median(idle), statistics.median(cold)
    return {
        "jailed_p50_ms": door * 1e3,
        "jailed_p99_ms": idle[int(len(idle) * 0.99)] * 1e3,
        "cold_start_ms": cold_start * 1e3,
        "faster_than_cold": cold_start / door,
        "submissions_per_second_per_core": _throughput(sandbox, name, payload),
    }


def _one(sandbox: Sandbox, name: str, payload: bytes) -> tuple[float, bytes]:
    started = time.perf_counter()
    outcome = sandbox.run(name, payload, Limits())
    seconds = time.perf_counter() - started
    assert outcome.ended == "finished", outcome
    return seconds, outcome.results


def _throughput(sandbox: Sandbox, name: str, payload: bytes) -> float:
    """Run what has piled up, with as many threads as a worker has: the limit of what can be graded."""
    cores = len(os.sched_getaffinity(0))
    started = time.perf_counter()
    with ThreadPoolExecutor(2 * cores) as threads:
        list(threads.map(lambda _: _one(sandbox, name, payload), range(_PILE)))
    return _PILE / (time.perf_counter() - started) / cores


def _cold_seconds(name: str, starts: int) -> list[float]:
    way = [_ORDINARY] if os.getuid() == 0 else []
    command = [sys.executable, *way, _COLD, str(starts), SOURCES[name]]
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(_TESTS.parents[2])}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
    return [float(seconds) for seconds in json.loads(done.stdout)]


if __name__ == "__main__":
    for name, value in figures().items():
        print(f"{name:30} {value:10.2f}")
