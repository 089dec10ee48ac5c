"""Which isolation layers this machine gives, and what to do about those it does not."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from grader.sandbox.cgroup import Hierarchy
from grader.sandbox.limits import SandboxUnavailable
from grader.sandbox.orders import Mode

_CAP_SYS_ADMIN = 21
_CAP_SETUID = 7

# What forbids user namespaces, each with the value that allows them.
_SYSCTLS: tuple[tuple[str, Callable[[int], bool], str], ...] = (
    ("user.max_user_namespaces", lambda value: value > 0, "15000"),
    ("kernel.unprivileged_userns_clone", lambda value: value == 1, "1"),
    ("kernel.apparmor_restrict_unprivileged_userns", lambda value: value == 0, "0"),
)


@dataclass(frozen=True)
class Layer:
    """One layer of isolation: its name, whether it is active, and what it does or why it is not there."""

    name: str
    active: bool
    detail: str


def choose_mode(wanted: str) -> Mode:
    """Return the mode that this process can use. Raises SandboxUnavailable with what to change when there is none."""
    if not sys.platform.startswith("linux"):
        raise SandboxUnavailable(f"the sandbox needs Linux, this is {sys.platform}")
    if wanted == "reduced":
        return "reduced"
    if wanted not in ("auto", "root", "user"):
        raise SandboxUnavailable(f"the sandbox mode is auto, root, user or reduced, not {wanted!r}")
    is_root = os.geteuid() == 0
    if wanted == "root" and not is_root:
        raise SandboxUnavailable("the sandbox mode root needs a worker that runs as root")
    if wanted == "user" and is_root:
        raise SandboxUnavailable("the sandbox mode user needs a worker that does not run as root")
    if is_root and not _has_capability(_CAP_SYS_ADMIN):
        raise SandboxUnavailable(
            "the worker is root without the capability SYS_ADMIN, as in a plain container: run it as an ordinary user, "
            "or give the container that capability (docker run --cap-add SYS_ADMIN --security-opt seccomp=unconfined)"
        )
    if forbidding := forbidding_sysctls():
        raise SandboxUnavailable(f"user namespaces are forbidden here: {' and '.join(forbidding)}")
    return "root" if is_root else "user"


def _has_capability(capability: int) -> bool:
    status = Path("/proc/self/status").read_text()
    effective = next(int(line.split()[1], 16) for line in status.splitlines() if line.startswith("CapEff:"))
    return bool(effective >> capability & 1)


def forbidding_sysctls() -> list[str]:
    """Return the settings that forbid user namespaces, each as the command that changes it."""
    found = []
    for name, allows, value in _SYSCTLS:
        path = Path("/proc/sys") / name.replace(".", "/")
        try:
            current = int(path.read_text())
        except (OSError, ValueError):
            continue
        if not allows(current):
            found.append(f"set it with `sysctl -w {name}={value}` (it is {current})")
    return found


def describe(mode: Mode, hierarchy: Hierarchy, landlock: int) -> tuple[Layer, ...]:
    """Return every layer of this mode, active or not."""
    namespaces = mode != "reduced"
    absent = "switched off by the mode reduced"
    return (
        Layer(
            "unprivileged uid",
            True,
            "a real uid of its own, never root"
            if mode == "root"
            else "the worker's own, since it may not take another",
        ),
        Layer("namespaces", namespaces, "user, mount, pid, net, ipc, uts, cgroup per child" if namespaces else absent),
        Layer("own root", namespaces, "read-only, no /proc, /tmp private to each child" if namespaces else absent),
        Layer("no capabilities", True, "empty sets, no new privileges"),
        Layer("seccomp", True, "an allow list of system calls"),
        Layer("rlimits", True, "CPU, memory, files, processes"),
        Layer(
            "cgroup",
            hierarchy.folder is not None,
            f"version {hierarchy.version}, memory"
            if hierarchy.folder
            else f"memory by rlimits only: {hierarchy.problem}",
        ),
        Layer("landlock", landlock > 0, f"version {landlock}" if landlock else "not in this kernel"),
    )
