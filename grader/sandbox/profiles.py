"""The kinds of jail: what lies on each one's file system and which program runs in it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from grader.sandbox import gpu, packages
from grader.sandbox.limits import SandboxUnavailable
from grader.sandbox.packages import Mount, Tree

OURS = "/ours"
_HERE = Path(__file__).resolve().parent
_ROOT = _HERE.parent.parent


@dataclass(frozen=True)
class Profile:
    """A kind of jail.

    program        "module:function", called as `function(payload, send)` in a fresh jailed child
    distributions  packages of this environment that are mounted, with what they require
    files          our own files that are mounted, as paths from the project's root: they import under their own names
    warmup         the workload of `warmup.py` that is run before any child is made
    machine        files about this machine that the warm-up reads, and that no child sees
    timed          "module:function" of the program that answers questions while solutions are timed
    gpu            whether it has a graphics processor: see `gpu.py`
    folder         where `files` are looked for
    """

    name: str
    program: str
    distributions: tuple[str, ...]
    files: tuple[str, ...]
    warmup: str
    machine: tuple[str, ...] = ()
    timed: str = ""
    gpu: bool = False
    folder: Path = _ROOT

    @property
    def available(self) -> bool:
        """Whether its packages are installed, and the processor is there if it needs one."""
        return all(packages.is_installed(name) for name in self.distributions) and not (self.gpu and not gpu.devices())

    def tree(self) -> Tree:
        """Return everything that the jail's file system holds."""
        ours = [Mount(str(self.folder / file), f"{OURS}/{file}") for file in self.files]
        inside = [Mount(str(_ROOT / file), f"{OURS}/{file}") for file in _INSIDE]
        machine = [Mount(path, path) for path in self.machine if os.path.exists(path)]
        tree = packages.interpreter() + packages.packages(self.distributions) + Tree((*inside, *ours, *machine))
        return tree + gpu.tree() if self.gpu else tree


_INSIDE_NAMES = ("zygote", "jail", "kernel", "protocol", "warmup", "probes", "heap")
_INSIDE = tuple(f"grader/sandbox/{name}.py" for name in _INSIDE_NAMES)
_TIMING, _TIMED = "grader/sandbox/timing.py", "grader.sandbox.timing:run"
_LEARNER = ("grader/sandbox/wire.py", "grader/sandbox/harness.py", "grader/sandbox/returned.py", _TIMING)
_AUTHOR_ONLY = (
    "grader/sandbox/author.py",
    "grader/sandbox/reference.py",
    "grader/sandbox/extras.py",
    "grader/sandbox/inputs.py",
    "grader/cases.py",
)
_AUTHOR = (*_LEARNER, *_AUTHOR_ONLY, "nnref/__init__.py", "nnref/numpy")
_TORCH = ("grader/sandbox/tensors.py",)

# How PyTorch learns which instructions the processor has; without them it computes with the slowest.
_PROCESSOR = ("/proc/cpuinfo", "/sys/devices/system/cpu/possible", "/sys/devices/system/cpu/present")

PROFILES = {
    profile.name: profile
    for profile in (
        Profile("numpy", "grader.sandbox.harness:run", ("numpy",), _LEARNER, "numpy", timed=_TIMED),
        Profile(
            "torch",
            "grader.sandbox.harness:run",
            ("torch", "numpy"),
            _LEARNER + _TORCH,
            "torch",
            _PROCESSOR,
            timed=_TIMED,
        ),
        Profile("torch-cuda", "grader.sandbox.harness:run", ("torch", "numpy"), _LEARNER + _TORCH, "torch", gpu=True),
        Profile("author", "grader.sandbox.author:run", ("numpy",), _AUTHOR, "numpy", timed=_TIMED),
        Profile(
            "author-torch",
            "grader.sandbox.author:run",
            ("torch", "numpy"),
            (*_AUTHOR, *_TORCH, "nnref/torch"),
            "torch",
            _PROCESSOR,
            timed=_TIMED,
        ),
    )
}


def find(profile: str | Profile) -> Profile:
    """Return a profile by name. Raises SandboxUnavailable for a name that does not exist."""
    if isinstance(profile, Profile):
        return profile
    if profile not in PROFILES:
        raise SandboxUnavailable(f"there is no sandbox profile {profile!r}, only {', '.join(PROFILES)}")
    return PROFILES[profile]
