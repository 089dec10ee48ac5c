"""The pages with 100,000 people and 10 million answers in the database: server time and queries of each.

BENCH_SCALE=0.01 makes it a hundredth. The database is made once and kept in var/bench/.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "var" / "bench"
PEOPLE, ANSWERS = 100_000, 10_000_000


def figures() -> dict[str, float]:
    """Return milliseconds and queries by page."""
    scale = float(os.environ.get("BENCH_SCALE", "1"))
    people, answers = max(100, int(PEOPLE * scale)), max(1000, int(ANSWERS * scale))
    made: dict[str, float] = {}
    database = FOLDER / f"{people}-people-{answers}-answers.sqlite3"
    if not up_to_date(database):
        started = time.monotonic()
        print(f"Making a database with {people:,} people and {answers:,} answers ...", flush=True)
        run("crowd", database, str(database), str(people), str(answers))
        made["scale: making the database, s"] = time.monotonic() - started
    return made | measure(database, "scale")


def measure(database: Path, prefix: str) -> dict[str, float]:
    """Return the figures of the pages on this database, each with the prefix before its name."""
    return dict(json.loads(run("pages", database, prefix, capture=True)))


def up_to_date(database: Path) -> bool:
    """Whether the database is there and is what the code wants; an older one is made anew."""
    if not database.exists():
        return False
    check = ["migrate", "--check"]
    done = subprocess.run([sys.executable, "manage.py", *check], cwd=ROOT, env=environment(database), check=False)
    return done.returncode == 0


def run(module: str, database: Path, *arguments: str, capture: bool = False) -> str:
    FOLDER.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", f"tests.bench.{module}", *arguments]
    out = subprocess.PIPE if capture else None
    return subprocess.run(command, cwd=ROOT, env=environment(database), check=True, text=True, stdout=out).stdout


def environment(database: Path) -> dict[str, str]:
    """Return the environment of a process that works on this database, without a broker."""
    kept = {name: value for name, value in os.environ.items() if name != "REDIS_URL"}
    return kept | {
        "DATABASE_URL": f"sqlite:///{database}",
        "BACKPASS_VAR": str(FOLDER),
        "DJANGO_SETTINGS_MODULE": "quiz.settings",
    }


if __name__ == "__main__":
    for name, value in figures().items():
        print(f"{name:70} {value:10.2f}")
