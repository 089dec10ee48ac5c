"""A worker in the middle of its work: prints its process id when two submissions run, then waits to be killed."""

import sys
import threading
import time
from pathlib import Path

from grader.sandbox import Limits, Profile, Sandbox

PROGRAMS = Path(__file__).parent.parent / "programs"

if __name__ == "__main__":
    sandbox = Sandbox((Profile("echo", "echo:run", (), ("echo.py",), "python", folder=PROGRAMS),))
    for source in (b"import time; time.sleep(600)", b"while True: pass"):
        limits = Limits(cpu_seconds=600, wall_seconds=600)
        threading.Thread(target=sandbox.run, args=("echo", source, limits), daemon=True).start()
    time.sleep(0.5)
    print("busy", flush=True)
    sys.stdin.read()
