"""Starts a sandbox, runs one submission and prints mode, ending, claim and active layers as JSON."""

import json
from pathlib import Path

from grader.sandbox import Limits, Profile, Sandbox, SandboxUnavailable

PROGRAMS = Path(__file__).parent.parent / "programs"
ECHO = Profile("echo", "echo:run", ("numpy",), ("echo.py",), "numpy", folder=PROGRAMS)
SOURCE = b"import os, numpy; send(repr((os.getuid() != 0, os.path.exists('/etc'), os.listdir('/tmp'))).encode())"

if __name__ == "__main__":
    try:
        with Sandbox((ECHO,)) as sandbox:
            outcome = sandbox.run("echo", SOURCE, Limits())
            print(json.dumps([sandbox.mode, outcome.ended, outcome.results.decode(), outcome.layers]))
    except SandboxUnavailable as error:
        print(json.dumps(["unavailable", str(error)]))
