"""Runs a script as a user who is not root, in a file system where that user can read the interpreter.

    python ordinary.py SCRIPT ARGUMENTS...

Only for a machine where the tests run as root: the interpreter may lie below a home that nobody else may enter, so in a
mount namespace of its own the way to it is opened.
"""

import os
import sys
from pathlib import Path

from grader.sandbox import kernel

USER = 54321


def open_the_way(path: Path) -> None:
    """Make every folder on the way to a path enterable: cover a closed one by an empty one with only that way in it."""
    for folder in reversed(path.parents):
        if not folder.stat().st_mode & 0o001:
            kept = os.open(path, os.O_PATH)
            kernel.mount("tmpfs", str(folder), "tmpfs", 0, "mode=0755,size=1m")
            path.mkdir(parents=True)
            kernel.mount(f"/proc/self/fd/{kept}", str(path), None, kernel.MS_BIND | kernel.MS_REC)
            os.close(kept)
            return


if __name__ == "__main__":
    kernel.unshare(kernel.CLONE_NEWNS)
    kernel.mount(None, "/", None, kernel.MS_REC | kernel.MS_PRIVATE)
    for place in {Path(sys.base_prefix).resolve(), Path(sys.prefix).resolve(), Path(__file__).resolve().parents[4]}:
        open_the_way(place)
    kernel.empty_bounding_set()
    os.setgroups([])
    os.setresgid(USER, USER, USER)
    os.setresuid(USER, USER, USER)
    os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
