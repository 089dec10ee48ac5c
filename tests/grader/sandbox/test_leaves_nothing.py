"""Nothing outlives a submission, a sandbox or a worker: no process, mount, control group, descriptor or file."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

from grader.sandbox import Limits, Sandbox

SCRIPTS = Path(__file__).parent / "scripts"


def test_submissions_leave_nothing(sandbox, census, settled_census, eventually):
    sandbox.run("echo", b"", Limits())
    assert eventually(lambda: settled(sandbox))
    before = settled_census()
    for source in (
        b"",
        b"1/0",
        b"import ctypes; ctypes.string_at(0)",
        b"open('/tmp/x', 'w')",
        b"while 1: print('x' * 999)",
    ):
        sandbox.run("echo", source, Limits())
    assert eventually(lambda: settled(sandbox) and census().is_within(before)), (before, census())


def settled(sandbox: Sandbox) -> bool:
    pool = sandbox._pools["echo"]
    return len(pool._waiting) == pool._prepared and pool._successor is None and not pool._retired


def test_a_closed_sandbox_leaves_nothing(echo, census, settled_census, eventually):
    before = settled_census()
    with Sandbox((echo,)) as sandbox:
        sandbox.run("echo", b"", Limits())
        assert census().processes >= before.processes + 3
    assert eventually(lambda: census().is_within(before)), (before, census())


def test_a_killed_worker_leaves_nothing(of_process, eventually):
    worker = subprocess.Popen(
        [sys.executable, str(SCRIPTS / "busy_worker.py")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": os.getcwd()},
    )
    with worker:
        assert worker.stdout.readline() == b"busy\n"
        processes, groups = of_process(worker.pid)
        assert len(processes) >= 4
        os.kill(worker.pid, signal.SIGKILL)
    assert eventually(lambda: not any(Path(f"/proc/{pid}").exists() for pid in processes))
    assert eventually(lambda: not any(group.exists() for group in groups))


def test_no_descriptor_of_the_worker_reaches_its_zygotes(sandbox, tmp_path):
    with open(tmp_path / "secret", "w") as secret:
        os.set_inheritable(secret.fileno(), True)
        launcher = sandbox._pools["echo"]._zygote.process.pid
        held = [os.readlink(entry) for entry in Path(f"/proc/{launcher}/fd").iterdir()]
    assert not any("secret" in name for name in held)


def test_many_submissions_make_nothing_grow(sandbox, census, eventually):
    def resident_kib(pid: int | str) -> int:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))

    def zygote() -> str:
        launcher = sandbox._pools["echo"]._zygote.process.pid
        return Path(f"/proc/{launcher}/task/{launcher}/children").read_text().split()[0]

    for _ in range(20):
        sandbox.run("echo", b"", Limits())
    assert eventually(lambda: settled(sandbox))
    before, own, other = census(), resident_kib("self"), resident_kib(zygote())
    for _ in range(150):
        sandbox.run("echo", b"import numpy; send(numpy.ones(1000).tobytes())", Limits())
    assert eventually(lambda: settled(sandbox) and census().is_within(before)), (before, census())
    assert resident_kib("self") - own < 4096
    assert resident_kib(zygote()) - other < 4096
