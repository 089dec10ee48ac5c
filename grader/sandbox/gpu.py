"""What a graphics processor needs of a jail: its device nodes, what its driver reads, threads, and address space.

The zygote never touches it: a process that has asked for it, even whether it is there, leaves its children unable to
use it. Each child starts it for itself. What is weaker than elsewhere: the driver is reached by `ioctl`, and a child
may have threads. Memory is counted by a control group alone, since the driver reserves far more addresses than it uses.
"""

from __future__ import annotations

import os
import re
from glob import glob

from grader.sandbox.packages import Mount, Tree

_CONTROL = ("/dev/nvidiactl", "/dev/nvidia-uvm")
_READ = (
    "/proc/cpuinfo",
    "/proc/devices",
    "/proc/driver/nvidia/params",
    "/proc/driver/nvidia/version",
    "/sys/devices/system/cpu/possible",
    "/sys/devices/system/cpu/present",
)
THREADS = 256  # that the user of the jail may have, children of other profiles not counted: each has its own user
DESCRIPTORS = 256

# The calls that CUDA makes beyond those of every submission: threads of its own, its driver, its own wake-ups.
CALLS = ("eventfd2", "pipe2", "prctl", "get_mempolicy", "sched_setaffinity", "sched_getparam", "sched_getscheduler")


def devices() -> list[str]:
    """Return the nodes of the processors of this machine, one of which a worker uses; none where there is none."""
    if not all(os.path.exists(path) for path in _CONTROL):
        return []
    return sorted(path for path in glob("/dev/nvidia*") if re.fullmatch(r"/dev/nvidia\d+", path))


def nodes() -> list[str]:
    """Return the nodes that a jail has: the driver's, and the first processor's and no other."""
    return [*_CONTROL, *devices()[:1]]


def tree() -> Tree:
    """Return what a jail must hold beyond its packages."""
    mounts = [Mount(path, path, device=True) for path in nodes()]
    return Tree((*mounts, *(Mount(path, path) for path in _READ if os.path.exists(path))))
