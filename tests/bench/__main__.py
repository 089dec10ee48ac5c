"""`make bench`: measures everything side by side in one run, prints the table and writes it to var/bench.json."""

from __future__ import annotations

import argparse
import importlib
import json
import platform
import sys
from pathlib import Path

from tests.bench.table import table, write_readme

FOLDER = Path(__file__).parent
RESULT = FOLDER.parents[1] / "var" / "bench.json"


def main() -> int:
    """Run each `bench_*.py` (or those named) and print figure, value and unit."""
    names = sorted(path.stem.removeprefix("bench_") for path in FOLDER.glob("bench_*.py"))
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("only", nargs="*", choices=[*names, []], help="which benchmarks to run (default: all)")
    parser.add_argument("--readme", action="store_true", help="write the table into README.md too")
    asked = parser.parse_args()
    wanted = asked.only or names
    figures: dict[str, float] = {}
    print(f"Python {platform.python_version()}, {platform.machine()}, one run, everything side by side\n")
    for name in wanted:
        module = importlib.import_module(f"tests.bench.bench_{name}")
        measured: dict[str, float] = module.figures()
        figures |= measured
        print(f"{name}: {module.__doc__.strip().splitlines()[0]}")
        for figure, value in measured.items():
            print(f"  {figure:<64} {value:>12.4g}")
        print(flush=True)
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps(figures, indent=1) + "\n")
    print(table(figures))
    if asked.readme:
        write_readme(figures)
    print(f"Written to {RESULT.relative_to(FOLDER.parents[1])}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
