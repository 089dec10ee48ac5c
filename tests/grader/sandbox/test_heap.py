"""A settled heap: what is allocated afterwards lies in memory that was not there before."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).parent / "scripts" / "heap.py"


def test_nothing_new_goes_into_the_holes_of_a_settled_heap() -> None:
    done = subprocess.run([sys.executable, SCRIPT], capture_output=True, text=True, check=True)
    (objects_before, block_before), (objects_after, block_after) = json.loads(done.stdout)
    assert (objects_before > 100, block_before) == (True, True)
    assert (objects_after < 5, block_after) == (True, False)  # Python itself frees one or two
