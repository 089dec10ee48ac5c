"""Times a fresh jailed interpreter per submission: prints seconds as JSON.

python cold_start.py COUNT SOURCE
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time

PRELUDE = "import sys; send = sys.stdout.buffer.write; "


def jail() -> list[str]:
    """Return bubblewrap's command line for the running interpreter with all its packages."""
    command = ["bwrap", "--unshare-all", "--die-with-parent", "--new-session", "--tmpfs", "/tmp", "--dev", "/dev"]
    for path in ("/usr", "/lib", "/lib64"):
        if os.path.islink(path):
            command += ["--symlink", os.readlink(path), path]
        elif os.path.exists(path):
            command += ["--ro-bind", path, path]
    for path in sorted({sys.base_prefix, sys.prefix}):
        command += ["--ro-bind", path, path]
    return [*command, "--setenv", "OMP_NUM_THREADS", "1", sys.executable, "-I", "-c"]


def seconds(source: str) -> float:
    started = time.perf_counter()
    subprocess.run([*jail(), PRELUDE + source], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


if __name__ == "__main__":
    count, source = int(sys.argv[1]), sys.argv[2]
    seconds(source)  # the first one fills the page cache
    print(json.dumps([seconds(source) for _ in range(count)]))
