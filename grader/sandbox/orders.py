"""What is told to the two halves of a zygote's start: the launcher's plan outside, the zygote's orders inside."""

from __future__ import annotations

import os
import sys
import sysconfig
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from grader.sandbox import cgroup, gpu, jail, packages, seccomp
from grader.sandbox.packages import Tree
from grader.sandbox.profiles import OURS, Profile

Mode = Literal["root", "user", "reduced"]

HERE = str(Path(__file__).resolve().parent)
_FIRST_USER = 200_000
_PASSED_ON = ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")  # how OpenBLAS is told about processors that it misjudges
_FLAGS = ("-s", "-S", "-P", "-B", "-c")

# What modules want to do after a fork (new locks, new random numbers) is for processes with threads, or is done by the
# jail itself; it would write to 200 pages of every child.
_NO_HOOKS = "import os, sys; os.register_at_fork = lambda **_: None\n"
_BECOME_ZYGOTE = _NO_HOOKS + "sys.path[:0] = sys.argv[1:]\nfrom grader.sandbox import zygote\nzygote.main()"

# Without a file system of our own making, the folders must not be imported as the packages that they are outside.
_BECOME_ZYGOTE_OUTSIDE = f"""{_NO_HOOKS}
import types
here = sys.argv[1]
for name, path in (("grader", os.path.dirname(here)), ("grader.sandbox", here)):
    sys.modules[name] = types.ModuleType(name)
    sys.modules[name].__path__ = [path]
sys.path[:0] = sys.argv[2:]
from grader.sandbox import zygote
zygote.main()
"""


@dataclass(frozen=True)
class Terms:
    """How zygotes are started on this machine: the mode, the uid's slot, where control groups are made, Landlock."""

    mode: Mode
    slot: int
    hierarchy: cgroup.Hierarchy
    landlock: int


def plan(profile: Profile, terms: Terms, control: int, group: Path) -> dict[str, Any]:
    """Return what the launcher is told."""
    tree = profile.tree()
    reduced = terms.mode == "reduced"
    return {
        "mode": terms.mode,
        "control": control,
        "user": _FIRST_USER + terms.slot if os.geteuid() == 0 and terms.mode != "user" else None,
        "mounts": [asdict(mount) for mount in tree.mounts],
        "masks": tree.masks,
        "links": tree.links,
        "groups": [str(group)] if terms.hierarchy.folder else [],
        "command": _command_outside(profile, tree) if reduced else _command(),
        "environment": _environment(reduced),
    }


def _command() -> list[str]:
    return [packages.executable(), *_FLAGS, _BECOME_ZYGOTE, OURS, packages.PACKAGES]


def _command_outside(profile: Profile, tree: Tree) -> list[str]:
    inside = f"{packages.PACKAGES}/"
    folders = {os.path.dirname(mount.source) for mount in tree.mounts if mount.target.startswith(inside)}
    executable = os.path.realpath(sys.executable)
    return [executable, *_FLAGS, _BECOME_ZYGOTE_OUTSIDE, HERE, str(profile.folder), *sorted(folders)]


def _environment(reduced: bool) -> dict[str, str]:
    home = "/" if reduced else "/tmp"
    libraries = str(sysconfig.get_config_var("LIBDIR") or "") if reduced else f"{packages.PYTHON}/lib"
    environment = {"PATH": "", "HOME": home, "TMPDIR": home, "LANG": "C.UTF-8"}
    environment |= {"PYTHONUTF8": "1", "PYTHONHASHSEED": "0", "LD_LIBRARY_PATH": libraries}
    environment |= dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    return environment | {name: os.environ[name] for name in _PASSED_ON if name in os.environ}


def orders(profile: Profile, terms: Terms) -> dict[str, Any]:
    """Return what the zygote is told."""
    mounts = profile.tree().mounts
    covered = {_top(path) for path in profile.machine}
    if terms.mode == "reduced":
        readable = {mount.source for mount in mounts if mount.source not in profile.machine}
    else:
        readable = {_top(mount.target) for mount in mounts} - covered
    return {
        "program": profile.program,
        "timed": profile.timed,
        "warmup": profile.warmup,
        "seccomp": seccomp.compiled(profile.gpu).hex(),
        "threads": gpu.THREADS if profile.gpu else 1,
        "descriptors": gpu.DESCRIPTORS if profile.gpu else jail.DESCRIPTORS,
        "addresses": not profile.gpu,
        "readable": sorted(readable),
        "writable": ["/dev/null", *(gpu.nodes() if profile.gpu else ())],
        "covered": sorted(covered),
        "namespaces": terms.mode != "reduced",
        "landlock": terms.landlock,
    }


def _top(path: str) -> str:
    return "/" + path.split("/")[1]
