"""Every limit bites, and each ending is told from the others by facts."""

from __future__ import annotations

import pytest

from grader.sandbox import KiB, Limits, MiB

SMALL = Limits(cpu_seconds=0.3, wall_seconds=1.5, memory_mib=64, result_bytes=1 * MiB, stdout_bytes=4 * KiB)


@pytest.mark.parametrize(
    ("source", "ended"),
    [
        ("while True: pass", "cpu"),
        ("import time; time.sleep(60)", "wall"),
        ("import threading; lock = threading.Lock(); lock.acquire(); lock.acquire()", "wall"),
        ("while True: print('x' * 1000)", "output"),
        ("while True: send(b'x' * 1000)", "output"),
        ("import os\nwhile True: os.write(2, b'x' * 1000)", "output"),
        ("import ctypes; ctypes.string_at(0)", "signal"),
        ("import os; os.abort()", "signal"),
        ("import os; os._exit(0)", "exited"),
        ("import os; os._exit(7)", "exited"),
        ("raise SystemExit(3)", "exited"),
        ("1 / 0", "exited"),
        ("pass", "finished"),
    ],
)
def test_how_it_ended(run, source, ended):
    assert run(source, SMALL).ended == ended


def test_too_much_memory_is_an_exception_where_it_is_asked_for(run):
    outcome = run("try: bytearray(1 << 30)\nexcept MemoryError: send(b'refused')", SMALL)
    assert (outcome.ended, outcome.results) == ("finished", b"refused")


def test_memory_that_no_limit_of_the_process_counts_is_counted_by_the_group(run, sandbox):
    if not any(layer.name == "cgroup" and layer.active for layer in sandbox.layers):
        pytest.skip("this machine gives no control groups")
    outcome = run("import gc\ngc.unfreeze()\nkeep = bytearray(40 << 20)", SMALL)
    assert outcome.memory_mib > 40


def test_the_file_system_is_small(run):
    outcome = run(
        """
        try:
            with open('/tmp/big', 'wb') as file:
                while True: file.write(b'x' * (1 << 20))
        except OSError as error:
            send(str(error.errno).encode())
        """,
        SMALL,
    )
    assert outcome.results in (b"28", b"27")  # no space left, or file too large


def test_many_files_run_out_of_inodes(run):
    outcome = run(
        """
        try:
            for i in range(100_000): open(f'/tmp/{i}', 'w').close()
        except OSError as error:
            send(str(error.errno).encode())
        """
    )
    assert outcome.results == b"28"


def test_files_cannot_be_hoarded(run):
    assert (
        run("import os\ntry:\n  while True: os.dup(1)\nexcept OSError as e: send(str(e.errno).encode())").results
        == b"24"
    )


def test_printing_too_much_is_cut_before_it_ends_anything(run):
    outcome = run("print('x' * 10_000)", SMALL)
    assert (outcome.ended, len(outcome.stdout), outcome.stdout_truncated) == ("finished", 4096, True)


def test_what_was_printed_before_a_crash_is_kept(run):
    outcome = run("print('so far'); import ctypes; ctypes.string_at(0)", SMALL)
    assert (outcome.ended, outcome.stdout, outcome.signal) == ("signal", "so far\n", 11)


def test_print_survives_any_text(run):
    outcome = run(r"import os; print('\ud800 \x1b[2J é'); os.write(1, b'\xff\xfe')")
    assert outcome.stdout == "\\ud800 \x1b[2J é\n\ufffd\ufffd"


def test_a_traceback_goes_to_the_output(run):
    outcome = run("def f():\n  raise KeyError('gone')\nf()")
    assert (outcome.status, outcome.stdout.splitlines()[-1]) == (118, "KeyError: 'gone'")


def test_a_large_payload_and_a_large_result_pass(run):
    outcome = run("text = '" + "y" * (4 * MiB) + "'\nsend(text.encode())")
    assert outcome.results == b"y" * (4 * MiB)


def test_cpu_time_is_measured_outside(run):
    outcome = run("import time\nt = time.process_time()\nwhile time.process_time() - t < 0.2: pass")
    assert 0.19 < outcome.cpu_seconds < 0.4


def test_time_asleep_is_not_cpu_time(run):
    outcome = run("import time; time.sleep(0.3)")
    assert outcome.cpu_seconds < 0.1 < 0.29 < outcome.wall_seconds


def test_memory_is_measured_above_the_warm_interpreter(run):
    assert run("pass").memory_mib < 10
    assert 100 < run("keep = bytes(100 << 20).count(1); b = bytearray(100 << 20)").memory_mib < 230


def test_catching_the_cpu_signal_does_not_help(run):
    outcome = run(
        "import signal\nfor s in range(1, 30):\n  try: signal.signal(s, signal.SIG_IGN)\n"
        "  except (OSError, ValueError): pass\nwhile True: pass",
        SMALL,
    )
    assert outcome.ended == "cpu"


def test_the_layers_are_part_of_every_outcome(run):
    assert {"namespaces", "seccomp", "rlimits", "no capabilities", "own root"} <= set(run("pass").layers)


def test_a_submission_that_the_machine_starved_gets_a_second_try(sandbox, monkeypatch):
    monkeypatch.setattr("grader.sandbox.child.Child.waiting_seconds", lambda self: 0.5)
    limits = Limits(cpu_seconds=5, wall_seconds=0.6)
    source = b"import time; time.sleep(1.0); send(b'made it')"
    assert sandbox.run("echo", source, limits).results == b"made it"


def test_a_submission_that_only_sleeps_gets_none(sandbox):
    limits = Limits(cpu_seconds=5, wall_seconds=0.6)
    assert sandbox.run("echo", b"import time; time.sleep(1.0)", limits).ended == "wall"
