"""Every page with the full catalogue, for a guest and signed in: server time, queries, and what is sent.

The server's work alone is measured, in one process; bench_site has the way through the browser.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.bench import bench_scale

PEOPLE, ANSWERS = 100, 1000


def figures() -> dict[str, float]:
    """Return milliseconds and queries by page."""
    with tempfile.TemporaryDirectory(prefix="backpass-bench-") as folder:
        database = Path(folder) / "catalogue.sqlite3"
        bench_scale.run("crowd", database, str(database), str(PEOPLE), str(ANSWERS))
        measured = bench_scale.measure(database, "page")
    medians = [value for name, value in measured.items() if name.endswith(", median")]
    return measured | {"pages: slowest median, ms": max(medians), "pages: over 50 ms": sum(ms > 50 for ms in medians)}


if __name__ == "__main__":
    for name, value in figures().items():
        print(f"{name:80} {value:10.2f}")
