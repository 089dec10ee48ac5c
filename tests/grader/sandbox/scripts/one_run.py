"""Starts a sandbox in the mode given, runs one submission and prints mode, ending, claim and active layers as JSON."""

import json
import sys
from pathlib import Path

from grader.sandbox import Limits, Profile, Sandbox, SandboxUnavailable

PROGRAMS = Path(__file__).parent.parent / "programs"
ECHO = Profile("echo", "echo:run", ("numpy",), ("echo.py",), "numpy", folder=PROGRAMS)
SOURCE = b"""
import os, numpy
try:
    seen = repr(os.listdir("/tmp"))
except OSError as error:
    seen = type(error).__name__
try:
    passwd = bool(open("/etc/passwd").read())
except OSError:
    passwd = False
send(repr((os.getuid() != 0, passwd, seen)).encode())
"""

if __name__ == "__main__":
    try:
        with Sandbox((ECHO,), mode=sys.argv[1] if len(sys.argv) > 1 else "auto") as sandbox:
            outcome = sandbox.run("echo", SOURCE, Limits())
            print(json.dumps([sandbox.mode, outcome.ended, outcome.results.decode(), outcome.layers]))
    except SandboxUnavailable as error:
        print(json.dumps(["unavailable", str(error)]))
