"""Memory accounting by control groups, version 1 or 2, where this process may make them."""

from __future__ import annotations

import contextlib
import os
import re
from dataclasses import dataclass
from pathlib import Path

from grader.sandbox.limits import MiB

_HEADROOM_MIB = 32  # over the limit that the process itself meets first: its /tmp and the kernel's own pages


@dataclass(frozen=True)
class Hierarchy:
    """A folder in which groups that count memory can be made, or the reason why there is none."""

    version: int
    folder: Path | None
    problem: str = ""


def find() -> Hierarchy:
    """Return where this process may make groups."""
    own = dict(_own_groups())
    mounts = list(_mounts())
    for kind, root, place, options in mounts:
        if kind == "cgroup" and "memory" in options and "memory" in own:
            return _usable(1, _own_folder(root, place, own["memory"]))
    for kind, root, place, _ in mounts:
        if kind == "cgroup2" and "" in own:
            return _delegated(_own_folder(root, place, own[""]))
    return Hierarchy(0, None, "no control group file system is mounted")


def left_behind(folder: Path) -> list[str]:
    """Return the groups of workers that are gone, together with the launchers that were to remove them."""
    return [
        str(path)
        for path in folder.glob("backpass-*")
        if (pid := path.name.split("-")[1]).isdigit() and not os.path.exists(f"/proc/{pid}")
    ]


def _own_groups() -> list[tuple[str, str]]:
    """Return (controller, path) of the groups that this process is in; the controller is "" for version 2."""
    pairs = []
    for line in Path("/proc/self/cgroup").read_text().splitlines():
        _, controllers, path = line.split(":", 2)
        pairs += [(controller, path) for controller in controllers.split(",")]
    return pairs


def _mounts() -> list[tuple[str, str, str, list[str]]]:
    """Return (kind, root, place, options) of the mounted control group file systems."""
    found = []
    for line in Path("/proc/self/mountinfo").read_text().splitlines():
        left, _, right = line.partition(" - ")
        kind, _, options = right.split(" ", 2)
        if kind.startswith("cgroup"):
            root, place = left.split(" ")[3:5]
            found.append((kind, root, place, options.split(",")))
    return found


def _own_folder(root: str, place: str, own: str) -> Path:
    inside = os.path.relpath(own, root) if own.startswith(root) else "."
    folder = Path(place) / inside
    return folder if folder.is_dir() else Path(place)


def _usable(version: int, folder: Path) -> Hierarchy:
    if os.access(folder, os.W_OK) and os.access(folder / "cgroup.procs", os.W_OK):
        return Hierarchy(version, folder)
    return Hierarchy(version, None, f"{folder} is not writable")


def _delegated(folder: Path) -> Hierarchy:
    if "memory" not in (folder / "cgroup.controllers").read_text().split():
        return Hierarchy(2, None, f"{folder} has no memory controller")
    control = folder / "cgroup.subtree_control"
    if "memory" not in control.read_text().split():
        try:
            control.write_text("+memory")
        except OSError as error:
            return Hierarchy(2, None, f"{control}: {error.strerror}")
    return _usable(2, folder)


class Group:
    """One child's control group.

    One of version 1 serves one child after another, and the counts are read as differences. Version 2 cannot forget its
    peak before Linux 6.12, so there each child has its own.
    """

    def __init__(self, folder: Path, version: int) -> None:
        self.folder = folder
        names = ("memory.limit_in_bytes", "memory.max_usage_in_bytes", "memory.oom_control")
        if version == 2:
            names = ("memory.max", "memory.peak", "memory.events")
        self._limit, self._peak, self._events = names
        self._version = version
        folder.mkdir()
        if version == 2 and (folder / "memory.swap.max").exists():
            self._write("memory.swap.max", "0")
        self._kills_before = 0

    def admit(self, pid: int) -> None:
        """Count this process's memory from now on, and forget what was counted before."""
        self._kills_before = self._kills()
        self._write("cgroup.procs", str(pid))
        if self._version == 1:
            self._write(self._peak, "0")

    def remove(self) -> bool:
        """Remove a group that cannot be used again; tell whether it was one."""
        if self._version == 2:
            with contextlib.suppress(OSError):  # still busy: the launcher removes it in the end
                self.folder.rmdir()
        return self._version == 2

    def limit(self, memory_mib: int) -> None:
        self._write(self._limit, str((memory_mib + _HEADROOM_MIB) * MiB))

    def ran_out(self) -> bool:
        """Tell whether the kernel killed something in this group because its memory was used up."""
        return self._kills() > self._kills_before

    def peak_mib(self) -> float | None:
        """Return the most memory that was in use, or None where this kernel does not say."""
        try:
            return int(self._read(self._peak)) / MiB
        except FileNotFoundError:
            return None

    def _kills(self) -> int:
        match = re.search(rb"^oom_kill (\d+)", self._read(self._events), re.MULTILINE)
        return int(match.group(1)) if match else 0

    def _read(self, name: str) -> bytes:
        descriptor = os.open(f"{self.folder}/{name}", os.O_RDONLY)
        try:
            return os.read(descriptor, 1 << 12)
        finally:
            os.close(descriptor)

    def _write(self, name: str, text: str) -> None:
        descriptor = os.open(f"{self.folder}/{name}", os.O_WRONLY)
        try:
            os.write(descriptor, text.encode())
        finally:
            os.close(descriptor)
