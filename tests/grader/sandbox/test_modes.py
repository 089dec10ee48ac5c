"""The same jail for root and for an ordinary user, and a clear refusal where there can be none."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from grader.sandbox import Profile, Sandbox, SandboxUnavailable, cgroup, kernel, layers, packages, probes, seccomp
from grader.sandbox.orders import Terms
from grader.sandbox.start import Zygote

SCRIPTS = Path(__file__).parent / "scripts"


def as_ordinary_user(*command: str) -> subprocess.CompletedProcess[str]:
    way = [str(SCRIPTS / "ordinary.py")] if os.getuid() == 0 else []
    environment = {"PYTHONPATH": os.getcwd(), "PATH": os.environ["PATH"]}
    return subprocess.run(
        [sys.executable, *way, *command], capture_output=True, text=True, env=environment, check=False
    )


def test_it_works_for_an_ordinary_user():
    done = as_ordinary_user(str(SCRIPTS / "one_run.py"))
    mode, ended, claim, active = json.loads(done.stdout or f'["{done.stderr[-500:]}", 0, 0, 0]')
    assert (mode, ended, claim) == ("user", "finished", "(True, False, '[]')")
    assert {"namespaces", "own root", "seccomp", "no capabilities"} <= set(active)


def test_the_reduced_mode_holds_by_seccomp_and_landlock():
    done = as_ordinary_user(str(SCRIPTS / "one_run.py"), "reduced")
    mode, ended, claim, active = json.loads(done.stdout or f'["{done.stderr[-500:]}", 0, 0, 0]')
    assert (mode, ended) == ("reduced", "finished")
    assert claim == "(True, False, 'PermissionError')"
    assert not {"namespaces", "own root"} & set(active)
    assert {"seccomp", "landlock", "no capabilities", "rlimits"} <= set(active)


def test_the_reduced_mode_needs_landlock(echo, monkeypatch):
    monkeypatch.setattr(kernel, "landlock_version", lambda: 0)
    with pytest.raises(SandboxUnavailable, match="needs Landlock"):
        Sandbox((echo,), mode="reduced")


@pytest.mark.skipif(os.getuid() != 0, reason="only root has this mode")
def test_root_gets_an_unprivileged_uid_outside_too(sandbox):
    assert sandbox.mode == "root"
    launcher = sandbox._pools["echo"]._zygote.process.pid
    [zygote] = Path(f"/proc/{launcher}/task/{launcher}/children").read_text().split()
    uids = next(line for line in Path(f"/proc/{zygote}/status").read_text().splitlines() if line.startswith("Uid:"))
    assert all(int(uid) >= 200_000 for uid in uids.split()[1:])


def test_a_jail_is_never_made_by_the_real_root(echo):
    if os.getuid() != 0:
        pytest.skip("this is not root")
    zygote = Zygote(echo, Terms("user", 1, cgroup.Hierarchy(0, None, "not wanted"), 0))
    with pytest.raises(SandboxUnavailable, match="never made by the real root"):
        zygote.check(30)


@pytest.mark.parametrize(
    ("mode", "message"),
    [("none", "auto, root, user or reduced"), ("user" if os.getuid() == 0 else "root", "needs a worker that")],
)
def test_a_wrong_mode_is_refused(mode, message):
    with pytest.raises(SandboxUnavailable, match=message):
        Sandbox(mode=mode)


def test_a_forbidding_kernel_is_named_with_the_setting(monkeypatch):
    monkeypatch.setattr(layers, "_SYSCTLS", (("user.max_user_namespaces", lambda value: value > 1 << 40, "15000"),))
    with pytest.raises(SandboxUnavailable, match=r"sysctl -w user\.max_user_namespaces=15000"):
        layers.choose_mode("auto")


def test_a_root_without_the_capability_is_told_what_to_do(monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(layers, "_has_capability", lambda capability: False)
    with pytest.raises(SandboxUnavailable, match="SYS_ADMIN"):
        layers.choose_mode("auto")


def test_a_missing_libseccomp_is_named(monkeypatch):
    monkeypatch.setattr(seccomp, "pyseccomp", None)
    monkeypatch.setattr(seccomp, "_MISSING", "not found", raising=False)
    seccomp.compiled.cache_clear()
    with pytest.raises(SandboxUnavailable, match="libseccomp2"):
        Sandbox(("numpy",))


def test_a_program_that_does_not_import_is_named(broken):
    with pytest.raises(SandboxUnavailable, match="No module named 'not_there'"):
        Sandbox((broken,))


@pytest.mark.parametrize("call", ["socket", "io_uring_setup", "clone"])
def test_the_self_test_finds_a_hole_in_the_filter(echo, monkeypatch, call):
    monkeypatch.setattr(seccomp, "ALLOWED", [*seccomp.ALLOWED, call])
    seccomp.compiled.cache_clear()
    try:
        with pytest.raises(SandboxUnavailable, match="failed its self-test"):
            Sandbox((echo,))
    finally:
        seccomp.compiled.cache_clear()


def test_a_zygote_that_sees_too_much_refuses_to_work(echo, monkeypatch):
    tree = Profile.tree
    monkeypatch.setattr(Profile, "tree", lambda self: tree(self) + packages.Tree((packages.Mount("/etc", "/etc"),)))
    with pytest.raises(SandboxUnavailable, match="the zygote is not harmless: it sees /etc"):
        Sandbox((echo,))


def test_the_self_test_has_a_dozen_hostile_acts():
    assert len(probes.ACTS) >= 13
    assert "honest" in probes.ACTS


def test_every_layer_is_described(sandbox):
    assert len(sandbox.layers) == 8
    assert all(layer.detail for layer in sandbox.layers)
    assert kernel.landlock_version() >= 0
