"""Finds what a profile's file system must hold: interpreter, system libraries, packages with what they require."""

from __future__ import annotations

import os
import re
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from glob import glob
from importlib import metadata
from pathlib import Path

PYTHON = "/python"
PACKAGES = "/packages"
_SYSTEM_PREFIXES = ("/usr", "/usr/local")


@dataclass(frozen=True)
class Mount:
    """One file or folder of this machine and where the jail sees it, read-only."""

    source: str
    target: str
    device: bool = False


@dataclass(frozen=True)
class Tree:
    """A whole file system: what is mounted, which folders of that are covered with nothing, and symbolic links."""

    mounts: tuple[Mount, ...] = ()
    masks: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()

    def __add__(self, other: Tree) -> Tree:
        return Tree(self.mounts + other.mounts, self.masks + other.masks, self.links + other.links)


def interpreter() -> Tree:
    """Return the running interpreter without any package, at `/python`, and the libraries and devices that it needs."""
    devices = tuple(Mount(f"/dev/{name}", f"/dev/{name}", device=True) for name in ("null", "zero", "urandom"))
    return _python() + _system_libraries() + Tree(devices)


def executable() -> str:
    """Return the interpreter's path inside the jail."""
    return _beneath(Path(sys.base_prefix).resolve(), Path(os.path.realpath(sys.executable))).target


def _python() -> Tree:
    prefix = Path(sys.base_prefix).resolve()
    binary = Path(os.path.realpath(sys.executable))
    if str(prefix) not in _SYSTEM_PREFIXES:
        mounts = [Mount(str(prefix), PYTHON)]
    else:
        libraries = [Path(sysconfig.get_path(kind)).resolve() for kind in ("stdlib", "platstdlib")]
        mounts = [_beneath(prefix, path) for path in dict.fromkeys([binary, *libraries])]
        shared = Path(sysconfig.get_config_var("LIBDIR") or "") / (sysconfig.get_config_var("INSTSONAME") or "none")
        if shared.suffix != ".a" and shared.is_file():
            mounts.append(Mount(str(shared.resolve()), f"{PYTHON}/lib/{shared.name}"))
    return Tree(tuple(mounts), tuple(_package_folders(mounts)))


def _beneath(prefix: Path, path: Path) -> Mount:
    return Mount(str(path), f"{PYTHON}/{path.relative_to(prefix)}")


def _package_folders(mounts: Iterable[Mount]) -> Iterator[str]:
    """Yield the folders, as the jail sees them, that would bring in packages that no profile asked for."""
    for mount in mounts:
        for pattern in ("*-packages", "python*/*-packages", "lib*/python*/*-packages"):
            for folder in glob(f"{mount.source}/{pattern}"):
                yield mount.target + folder.removeprefix(mount.source)


def _system_libraries() -> Tree:
    """Return the folders of shared libraries, at their own places, with the links of a merged /usr."""
    triplet = sysconfig.get_config_var("MULTIARCH")
    folders = [f"/usr/lib/{triplet}", f"/lib/{triplet}"] if triplet and os.path.isdir(f"/usr/lib/{triplet}") else []
    folders += ["/lib64", "/usr/lib64"] if folders else ["/lib", "/lib64", "/usr/lib", "/usr/lib64"]
    links = tuple((name, os.readlink(name)) for name in ("/lib", "/lib64", "/usr/lib64") if os.path.islink(name))
    linked = {name for name, _ in links}
    real = [folder for folder in folders if os.path.isdir(folder) and not _is_below_any(folder, linked)]
    mounts = tuple(Mount(os.path.realpath(folder), folder) for folder in real)
    return Tree(mounts, tuple(_package_folders(mounts)), links)


def _is_below_any(path: str, folders: Iterable[str]) -> bool:
    return any(path == folder or path.startswith(f"{folder}/") for folder in folders)


def is_installed(distribution: str) -> bool:
    try:
        metadata.distribution(distribution)
    except metadata.PackageNotFoundError:
        return False
    return True


def packages(distributions: Iterable[str]) -> Tree:
    """Return these distributions and all that they require, at `/packages`, with nothing else of the environment."""
    names: dict[str, str] = {}
    for distribution in _with_requirements(distributions):
        for entry in _top_level(distribution):
            names[entry] = os.path.realpath(str(distribution.locate_file(entry)))
    mounts = [Mount(source, f"{PACKAGES}/{name}") for name, source in sorted(names.items()) if os.path.exists(source)]
    return Tree(tuple(mounts))


def _with_requirements(names: Iterable[str]) -> list[metadata.Distribution]:
    found: dict[str, metadata.Distribution] = {}
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name in found or not is_installed(name):
            continue
        found[name] = metadata.distribution(name)
        waiting += [_name(text) for text in found[name].requires or () if "extra ==" not in text]
    return list(found.values())


def _name(requirement: str) -> str:
    match = re.match(r"[A-Za-z0-9._-]+", requirement)
    return re.sub(r"[-_.]+", "-", match.group()).lower() if match else ""


def _top_level(distribution: metadata.Distribution) -> set[str]:
    entries = {file.parts[0] for file in distribution.files or ()}
    return {
        entry for entry in entries if entry not in ("..", "__pycache__") and not entry.endswith((".dist-info", ".pth"))
    }
