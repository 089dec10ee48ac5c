"""The lane of the graphics processor: its jail is tried without one, computing where there is one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from grader import Grader, Job
from grader.sandbox import Limits, Sandbox, gpu, seccomp
from grader.sandbox.profiles import PROFILES

PROGRAMS = Path(__file__).parent / "sandbox" / "programs"
needs_gpu = pytest.mark.skipif(not gpu.devices(), reason="this machine has no CUDA device")


@pytest.fixture(scope="module")
def jail():
    """Return a sandbox whose jail is the one of the graphics processor, with a node that stands for it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gpu, "_CONTROL", ())
        patch.setattr(gpu, "devices", lambda: ["/dev/full"])
        files = {"program": "echo:run", "files": ("echo.py",), "folder": PROGRAMS, "timed": ""}
        with Sandbox((replace(PROFILES["torch-cuda"], **files),)) as sandbox:
            if sandbox.unavailable:
                pytest.skip("this machine gives no control groups")
            yield sandbox


def run(jail, source, **limits):
    return jail.run("torch-cuda", source.encode(), Limits(**limits))


@pytest.mark.skipif(bool(gpu.devices()), reason="this machine has a CUDA device")
def test_without_a_device_it_is_not_there():
    with Sandbox(("numpy", "torch-cuda")) as sandbox:
        assert sandbox.unavailable == ("torch-cuda",)


def test_it_sees_the_one_node_and_may_write_to_it(jail):
    source = "import os; send(repr(sorted(os.listdir('/dev'))).encode())"
    assert run(jail, source).results == b"['full', 'null', 'urandom', 'zero']"
    assert run(jail, "open('/dev/full', 'r+b', buffering=0)").ended == "finished"


def test_it_may_have_threads_and_no_process(jail):
    source = """
import os, threading
done = []
thread = threading.Thread(target=lambda: done.append(1)); thread.start(); thread.join()
try: os.fork()
except OSError as error: done.append(error.errno)
send(repr(done).encode())
"""
    assert run(jail, source).results == b"[1, 1]"


def test_addresses_are_free_and_memory_is_not(jail):
    assert run(jail, "import mmap; mmap.mmap(-1, 1 << 40, mmap.MAP_PRIVATE | 0x4000, 0)").ended == "finished"
    assert run(jail, "keep = b'x' * (1 << 30)", memory_mib=256).ended == "memory"


def test_it_holds_as_the_others_do(jail):
    for source in ("open('/etc/passwd')", "import socket; socket.socket()", "import os; os.kill(1, 9)"):
        assert run(jail, source).ended == "exited"


def test_its_filter_is_its_own():
    assert seccomp.compiled(True) != seccomp.compiled()


def on_cuda(folder, **facts):
    files = folder("shares")
    yaml = files["exercise.yaml"] + "".join(f"\n{key}: {value}" for key, value in facts.items())
    source = files["attempts/accepted-torch-division.py"]
    return Job("1", "a", "shares", "v1", files | {"exercise.yaml": yaml}, "torch", source, 7, device="cuda")


def test_an_exercise_says_whether_it_makes_sense_there(grader, folder):
    report = grader.grade(on_cuda(folder))
    assert (report.verdict, report.device) == ("internal_error", "cuda")
    assert "torch on cuda is not offered" in report.message


@pytest.mark.gpu
@needs_gpu
def test_it_computes_there(folder):
    with Sandbox(("author", "author-torch", "torch-cuda")) as sandbox:
        report = Grader(sandbox).grade(on_cuda(folder, devices="[cpu, cuda]"))
    assert (report.verdict, report.device) == ("accepted", "cuda"), report.message
