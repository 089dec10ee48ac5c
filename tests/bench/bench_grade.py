"""A whole jailed grade: alone, as many at once as the machine bears, and eight times as many as that."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from grader import Grader, Sandbox
from grader import folder as folders
from grader import plan as plans
from tests.bench import tree
from tests.bench.submissions import FRAMEWORKS, attempt, files, job, working

SLUG = "softmax"
IDLE_ROUNDS, REST_SECONDS = 200, 0.08
BUSY_SECONDS = 8.0
OVERLOAD, OVERLOADED_GRADES = 8, 400
PILED_UP_SECONDS = 5.0  # between handing in and being graded
CORES = len(os.sched_getaffinity(0))
THREADS = 2 * CORES


def figures() -> dict[str, float]:
    """Return milliseconds, grades per second, ratios and counts by name."""
    found: dict[str, float] = {}
    with working() as grader:
        for framework in FRAMEWORKS:
            measured = _idle(grader, framework)
            measured["waiting_child_mib"] = _private_mib(grader.sandbox, framework)
            measured |= _busy(grader, framework) | _overloaded(grader, framework)
            direct, harnessed = _in_process(grader, framework)
            measured |= {
                "in_process_ms": direct,
                "in_process_harness_ms": harnessed,
                "times_in_process": measured["grade_p50_ms"] / direct,
            }
            found |= {f"{framework}_{name}": value for name, value in measured.items()}
    return found


def _idle(grader: Grader, framework: str) -> dict[str, float]:
    """Time one grade after another, and when the first line of each submission ran, by the clock that all share."""
    source = "import time\nprint(time.perf_counter_ns())\n" + attempt(SLUG, framework, "accepted")
    whole, first = [], []
    for _ in range(IDLE_ROUNDS + 10):
        time.sleep(REST_SECONDS)
        started = time.perf_counter_ns()
        report = grader.grade(job(SLUG, framework, source))
        whole.append((time.perf_counter_ns() - started) / 1e6)
        assert report.verdict == "accepted", report.message
        first.append((int(report.stdout.split()[0]) - started) / 1e6)
    whole, first = sorted(whole[10:]), sorted(first[10:])
    return {
        "grade_p50_ms": statistics.median(whole),
        "grade_p99_ms": whole[int(len(whole) * 0.99)],
        "first_instruction_p50_ms": statistics.median(first),
        "first_instruction_p99_ms": first[int(len(first) * 0.99)],
    }


def _busy(grader: Grader, framework: str) -> dict[str, float]:
    """Grade what has piled up, with as many threads as a worker has."""
    source = attempt(SLUG, framework, "accepted")
    handed_in, until = time.time() - PILED_UP_SECONDS, time.perf_counter() + BUSY_SECONDS

    def client(_: int) -> int:
        done = 0
        while time.perf_counter() < until:
            assert grader.grade(job(SLUG, framework, source, handed_in)).verdict == "accepted"
            done += 1
        return done

    cpu, started = tree.cpu_seconds(), time.perf_counter()
    with ThreadPoolExecutor(THREADS) as clients:
        done = sum(clients.map(client, range(THREADS)))
    wall, cpu = time.perf_counter() - started, tree.cpu_seconds() - cpu
    return {"grades_per_second_per_core": done / wall / CORES, "grades_per_cpu_second": done / cpu}


def _overloaded(grader: Grader, framework: str) -> dict[str, float]:
    """Send eight times as many at once as are graded at once, right and wrong ones mixed; count wrong verdicts."""
    wanted = [verdict for _ in range(OVERLOADED_GRADES // 2) for verdict in ("accepted", "wrong_answer")]
    sources = {verdict: attempt(SLUG, framework, verdict) for verdict in set(wanted)}
    started, handed_in = time.perf_counter(), time.time() - PILED_UP_SECONDS
    with ThreadPoolExecutor(OVERLOAD * THREADS) as threads:
        got = threads.map(
            lambda verdict: grader.grade(job(SLUG, framework, sources[verdict], handed_in)).verdict, wanted
        )
        wrong = sum(one != other for one, other in zip(got, wanted, strict=True))
    return {
        "overload_grades_per_second": len(wanted) / (time.perf_counter() - started),
        "overload_wrong_verdicts": wrong,
    }


def _private_mib(sandbox: Sandbox, name: str) -> float:
    """Return the memory that one waiting child does not share with its zygote."""
    time.sleep(0.5)
    _, child = sandbox._pools[name]._waiting[0]
    lines = Path(f"/proc/{child.pid}/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Private_")) / 1024


def _in_process(grader: Grader, framework: str) -> tuple[float, float]:
    """Return what the same calls take in a process of ours without a jail: the functions alone, and by the harness."""
    folder = folders.read(files(SLUG))
    plan = plans.make(folder, framework, grader.desk.paper(folder, framework, 1), folder.rules(framework))
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.in_process"],
        input=plan.encoded([attempt(SLUG, framework, "accepted")]),
        capture_output=True,
        env=os.environ | dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"),
        check=True,
    )
    functions, harnessed = (float(text) for text in done.stdout.decode().strip("[]\n").split(","))
    return functions, harnessed
