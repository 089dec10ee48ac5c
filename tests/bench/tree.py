"""What this process and everything below it use: CPU time, memory, descriptors, mounts, control groups."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")
_PAGE_MIB = os.sysconf("SC_PAGESIZE") / (1 << 20)


def descendants() -> list[int]:
    """Return this process and all below it."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and (fields := _stat(int(entry.name))):
            children.setdefault(int(fields[1]), []).append(int(entry.name))
    found = [os.getpid()]
    for pid in found:
        found += children.get(pid, [])
    return found


def _stat(pid: int) -> list[str]:
    """Return the fields of a process's `stat` after its name, or nothing when it is gone."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []


def cpu_seconds() -> float:
    """Return the CPU time of this process and of all below it, the dead that were waited for among them."""
    stats = [fields for pid in descendants() if (fields := _stat(pid))]
    return sum(int(ticks) for fields in stats for ticks in fields[11:15]) / _TICKS


@dataclass(frozen=True)
class Size:
    """How large everything is: resident memory of worker and largest zygote, and counts of what could leak."""

    worker_mib: float
    zygote_mib: float
    descriptors: int
    zygote_descriptors: int
    mounts: int
    groups: int
    processes: int


def size() -> Size:
    """Return how large everything is now."""
    below = descendants()[1:]
    return Size(
        worker_mib=_resident_mib(os.getpid()),
        zygote_mib=max(map(_resident_mib, below), default=0.0),
        descriptors=len(os.listdir("/proc/self/fd")),
        zygote_descriptors=max(map(_descriptors, below), default=0),
        mounts=len(Path("/proc/self/mountinfo").read_text().splitlines()),
        groups=sum(path.is_dir() for path in Path("/sys/fs/cgroup").rglob(f"backpass-{os.getpid()}-*/**")),
        processes=len(below),
    )


def _resident_mib(pid: int) -> float:
    fields = _stat(pid)
    return int(fields[21]) * _PAGE_MIB if fields else 0.0


def _descriptors(pid: int) -> int:
    try:
        return len(os.listdir(f"/proc/{pid}/fd"))
    except OSError:
        return 0
