"""Builds the file system of a jail: a small tmpfs with read-only mounts of what the profile needs, and nothing else."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

from grader.sandbox.kernel import (
    MS_BIND,
    MS_NODEV,
    MS_NOEXEC,
    MS_NOSUID,
    MS_PRIVATE,
    MS_REC,
    detach,
    make_read_only,
    mount,
    pivot_root,
)

_OLD = "/old"
_STAGE = "/tmp"  # exists everywhere; what it hides is seen again below _OLD after the pivot


def build(mounts: Sequence[dict[str, Any]], masks: Sequence[str], links: Sequence[Sequence[str]], owner: int) -> None:
    """Replace this process's file system, for good, by one that holds only these mounts and a /tmp of this owner's.

    Needs a mount namespace of its own. The /tmp is for the zygote's imports; each child covers it with one of its own.
    """
    mount(None, "/", None, MS_REC | MS_PRIVATE)
    mount("tmpfs", _STAGE, "tmpfs", MS_NOSUID | MS_NODEV, "mode=0755,size=1m,nr_inodes=4k")
    os.chdir(_STAGE)
    os.mkdir(_STAGE + _OLD, 0o700)
    pivot_root(".", "old")
    os.chdir("/")
    for link, target in links:
        os.makedirs(os.path.dirname(link), exist_ok=True)
        os.symlink(target, link)
    for entry in sorted(mounts, key=lambda entry: len(entry["target"])):
        _bind(_OLD + entry["source"], entry["target"], entry["device"])
    for folder in masks:
        mount("tmpfs", folder, "tmpfs", MS_NOSUID | MS_NODEV, "mode=0555,size=4k,nr_inodes=2")
    os.mkdir("/tmp", 0o755)
    detach(_OLD)
    os.rmdir(_OLD)
    make_read_only("/", devices=True)
    flags = MS_NOSUID | MS_NODEV | MS_NOEXEC
    mount("tmpfs", "/tmp", "tmpfs", flags, f"mode=0700,size=1m,nr_inodes=64,uid={owner}")


def _bind(source: str, target: str, device: bool) -> None:
    if os.path.isdir(source):
        os.makedirs(target, exist_ok=True)
    else:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        os.close(os.open(target, os.O_CREAT | os.O_WRONLY, 0o644))
    mount(source, target, None, MS_BIND | MS_REC)
    make_read_only(target, devices=device)
