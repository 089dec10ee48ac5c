"""Control groups: where they may be made, and how both versions are read. The files here are like the kernel's."""

from __future__ import annotations

import os

import pytest

from grader.sandbox import MiB, cgroup


@pytest.fixture
def version_2(tmp_path, monkeypatch):
    def prepare(controllers: str, enabled: str):
        (tmp_path / "cgroup.controllers").write_text(controllers)
        (tmp_path / "cgroup.subtree_control").write_text(enabled)
        (tmp_path / "cgroup.procs").write_text("")
        monkeypatch.setattr(cgroup, "_own_groups", lambda: [("", "/")])
        monkeypatch.setattr(cgroup, "_mounts", lambda: [("cgroup2", "/", str(tmp_path), [])])
        return cgroup.find()

    return prepare


def test_a_delegated_folder_is_found(version_2, tmp_path):
    found = version_2("cpu memory pids", "memory pids")
    assert (found.version, found.folder) == (2, tmp_path)


def test_a_folder_without_the_memory_controller_is_not(version_2):
    found = version_2("cpu pids", "")
    assert found.folder is None
    assert "no memory controller" in found.problem


def test_version_1_is_found_below_its_own_root(tmp_path, monkeypatch):
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "cgroup.procs").write_text("")
    monkeypatch.setattr(cgroup, "_own_groups", lambda: [("memory", "/docker/inner")])
    monkeypatch.setattr(cgroup, "_mounts", lambda: [("cgroup", "/docker", str(tmp_path), ["rw", "memory"])])
    assert cgroup.find().folder == tmp_path / "inner"


def test_groups_of_dead_workers_are_left_behind_and_those_of_the_living_are_not(tmp_path):
    (tmp_path / "backpass-4194305-1-1").mkdir()  # above the largest process id that Linux gives
    (tmp_path / f"backpass-{os.getpid()}-1-1").mkdir()
    assert cgroup.left_behind(tmp_path) == [str(tmp_path / "backpass-4194305-1-1")]


def test_no_control_groups_is_a_reason(monkeypatch):
    monkeypatch.setattr(cgroup, "_mounts", list)
    assert "no control group" in cgroup.find().problem


def test_the_mount_table_is_read(monkeypatch):
    assert all(kind.startswith("cgroup") for kind, *_ in cgroup._mounts())


@pytest.mark.parametrize(
    ("version", "limit", "peak", "events"),
    [
        (1, "memory.limit_in_bytes", "memory.max_usage_in_bytes", "memory.oom_control"),
        (2, "memory.max", "memory.peak", "memory.events"),
    ],
)
def test_a_group_limits_and_counts(tmp_path, version, limit, peak, events):
    folder = tmp_path / "1"
    group = cgroup.Group(folder, version)
    for name in ("cgroup.procs", limit):
        (folder / name).touch()
    (folder / events).write_text("oom_kill 3\n")
    (folder / peak).write_text(str(5 * MiB))
    group.admit(77)
    group.limit(64)
    assert (folder / "cgroup.procs").read_text() == "77"
    assert int((folder / limit).read_text()) == (64 + 32) * MiB
    assert not group.ran_out()
    (folder / events).write_text("oom_kill 4\n")
    (folder / peak).write_text(str(7 * MiB))
    assert (group.ran_out(), group.peak_mib()) == (True, 7.0)


def test_a_group_of_version_2_serves_only_once(tmp_path):
    assert cgroup.Group(tmp_path / "new", 2).remove()
    assert not (tmp_path / "new").exists()
    assert not cgroup.Group(tmp_path / "old", 1).remove()
