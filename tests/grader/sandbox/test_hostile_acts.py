"""What a submission cannot do. Each act is tried in a real jail; none of them may work."""

from __future__ import annotations

import errno
import platform

import pyseccomp
import pytest

LIBC = "import ctypes, os, sys\nlibc = ctypes.CDLL(None, use_errno=True)\n"


def call(name: str, *arguments: str) -> str:
    known = {"memfd_secret": 447, "fsopen": 430, "open_tree": 428, "clone3": 435, "landlock_create_ruleset": 444}
    number = known.get(name) or pyseccomp.resolve_syscall(pyseccomp.system_arch(), name)
    return f"(libc.syscall({number}, {', '.join(arguments)}), ctypes.get_errno())"


NOT_PERMITTED = repr((-1, errno.EPERM))


def test_it_runs_an_honest_program(run):
    outcome = run("import numpy as np; print('hello'); send(np.arange(4).tobytes())")
    assert (outcome.ended, outcome.stdout, len(outcome.results)) == ("finished", "hello\n", 32)


@pytest.mark.parametrize(
    "path",
    ["/etc/passwd", "/etc/shadow", "/proc/self/maps", "/proc/1/environ", "/proc/sys/kernel/core_pattern", "/root"],
)
def test_it_cannot_read(tell, path):
    assert tell(f"open({path!r}).read()") == "FileNotFoundError"


@pytest.mark.parametrize(
    "name", ["etc", "home", "root", "var", "sys", "proc", "run", "opt", "mnt", "boot", "bin", "sbin", "old", "app"]
)
def test_it_does_not_see(tell, name):
    assert tell(f"os.path.lexists('/{name}')", "import os") == "False"


def test_it_sees_only_harmless_devices(tell):
    assert tell("sorted(os.listdir('/dev'))", "import os") == "['null', 'urandom', 'zero']"


def test_it_finds_no_process(tell):
    assert tell("(os.path.exists('/proc/self'), os.path.exists('/sys/fs'))", "import os") == "(False, False)"


def test_it_is_alone_and_first_in_its_world(tell):
    assert tell("(os.getpid(), os.getppid())", "import os") == "(1, 0)"


def test_it_is_not_root(tell):
    ids = eval(tell("(*os.getresuid(), *os.getresgid())", "import os"))
    assert 0 not in ids


def test_it_has_no_secrets_in_its_environment(tell):
    names = eval(tell("sorted(os.environ)", "import os"))
    assert set(names) <= {
        "HOME", "LANG", "LD_LIBRARY_PATH", "LC_CTYPE", "MKL_NUM_THREADS", "OMP_NUM_THREADS", "OPENBLAS_CORETYPE",
        "OPENBLAS_L2_SIZE", "OPENBLAS_NUM_THREADS", "PATH", "PYTHONHASHSEED", "PYTHONUTF8", "TMPDIR",
    }  # fmt: skip


@pytest.mark.parametrize("folder", ["/", "/python", "/packages", "/packages/numpy", "/ours", "/usr/lib", "/dev"])
def test_it_cannot_write_outside_tmp(tell, folder):
    assert tell(f"open('{folder}/planted', 'w')") in ("OSError", "PermissionError", "FileNotFoundError")


def test_it_cannot_change_a_package(tell):
    assert tell("open(numpy.__file__, 'a')", "import numpy") in ("OSError", "PermissionError")


@pytest.mark.parametrize(
    "act",
    [
        "os.fork()",
        "os.posix_spawn(sys.executable, [sys.executable], {})",
        "os.execv(sys.executable, [sys.executable])",
        "threading.Thread(target=print).start()",
        "subprocess.run([sys.executable, '-c', 'pass'])",
        "multiprocessing.Process(target=print).start()",
        "socket.socket()",
        "socket.socket(socket.AF_UNIX)",
        "socket.socketpair()",
        "os.pipe()",
        "os.memfd_create('x')",
        "os.kill(-1, 9)",
        "os.kill(1, 9)",
        "os.setuid(0)",
        "os.setgroups([0])",
        "os.chroot('/tmp')",
        "os.mknod('/tmp/disk', 0o60600, os.makedev(8, 0))",
        "os.chmod('/tmp', 0o777)",
        "os.nice(-5)",
        "os.sched_setaffinity(0, {0})",
        "os.symlink('/', '/tmp/x')",
        "os.setpriority(os.PRIO_PROCESS, 0, -5)",
        "resource.setrlimit(resource.RLIMIT_CPU, (10000, 10000))",
        "resource.setrlimit(resource.RLIMIT_DATA, (-1, -1))",
        "open('/dev/mem', 'rb')",
    ],
)
def test_it_cannot(tell, act):
    setup = "import multiprocessing, os, resource, signal, socket, subprocess, sys, threading"
    assert tell(act, setup) in ("PermissionError", "FileNotFoundError", "RuntimeError", "ValueError", "OSError")


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("mount", ("b'tmpfs'", "b'/tmp'", "b'tmpfs'", "0", "None")),
        ("umount2", ("b'/tmp'", "2")),
        ("pivot_root", ("b'/tmp'", "b'/tmp'")),
        ("unshare", ("0x10000000",)),
        ("setns", ("0", "0")),
        ("ptrace", ("16", "1", "0", "0")),
        ("process_vm_readv", ("1", "0", "0", "0", "0", "0")),
        ("pidfd_open", ("1", "0")),
        ("io_uring_setup", ("1", "0")),
        ("add_key", ("b'user'", "b'x'", "b'x'", "1", "-4")),
        ("keyctl", ("0", "-4", "0")),
        ("bpf", ("0", "0", "0")),
        ("perf_event_open", ("0", "0", "-1", "-1", "0")),
        ("userfaultfd", ("0",)),
        ("shmget", ("1", "4096", "0o1666")),
        ("msgget", ("1", "0o1666")),
        ("semget", ("1", "1", "0o1666")),
        ("mq_open", ("b'x'", "0o102", "0o600", "None")),
        ("open_by_handle_at", ("0", "0", "0")),
        ("memfd_secret", ("0",)),
        ("execveat", ("0", "b''", "0", "0", "0x1000")),
        ("seccomp", ("0", "0", "0")),
        ("prctl", ("38", "1", "0", "0", "0")),
        ("capset", ("0", "0")),
        ("reboot", ("0", "0", "0", "0")),
        ("init_module", ("0", "0", "b''")),
        ("fsopen", ("b'tmpfs'", "0")),
        ("open_tree", ("-100", "b'/'", "1")),
        ("landlock_create_ruleset", ("0", "0", "1")),
        ("inotify_init1", ("0",)),
        ("eventfd2", ("0", "0")),
        ("timer_create", ("0", "0", "0")),
    ],
)
def test_it_cannot_call(tell, name, arguments):
    assert tell(call(name, *arguments), LIBC) == NOT_PERMITTED


def test_clone3_does_not_exist_for_it(tell):
    assert tell(call("clone3", "0", "0"), LIBC) == repr((-1, errno.ENOSYS))


@pytest.mark.skipif(platform.machine() != "x86_64", reason="only x86-64 has that door")
def test_it_cannot_call_by_the_32_bit_door(run):
    # int 0x80 with the number that 32-bit programs use for getpid: another architecture, which ends the process
    outcome = run(
        """
        import ctypes, mmap
        code = b"\\xb8\\x14\\x00\\x00\\x00\\xcd\\x80\\xc3"
        page = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
        page.write(code)
        address = ctypes.addressof(ctypes.c_char.from_buffer(page))
        send(str(ctypes.CFUNCTYPE(ctypes.c_int)(address)()).encode())
        """
    )
    assert (outcome.ended, outcome.results) == ("signal", b"")


def test_it_holds_no_descriptor_but_its_own(tell):
    setup = """
    import os
    def is_open(descriptor):
        try:
            os.fstat(descriptor)
        except OSError:
            return False
        return True
    """
    assert tell("[d for d in range(2000) if is_open(d)]", setup) == "[0, 1, 2, 4]"


def test_it_cannot_reach_what_another_left_in_tmp(run, tell):
    run("open('/tmp/planted', 'w').write('x'); open('planted', 'w').write('x')")
    assert tell("os.listdir('/tmp')", "import os") == "[]"


def test_two_submissions_get_different_random_numbers(tell):
    setup = "import random, numpy"
    expression = "(random.random(), numpy.random.random(), numpy.random.default_rng().random())"
    first, second = (eval(tell(expression, setup)) for _ in range(2))
    assert all(a != b for a, b in zip(first, second, strict=True))


def test_it_cannot_find_our_code_or_the_references(tell):
    setup = """
    import os
    found = []
    for folder, _, files in os.walk('/'):
        found += {'paper.py', 'compare.py', 'judge.py', 'cases.py', 'activations.py'} & set(files)
    """
    assert tell("found", setup) == "[]"
    assert tell("__import__('nnref')") == "ModuleNotFoundError"
    assert tell("__import__('grader.judge')") == "ModuleNotFoundError"


def test_it_cannot_pretend_that_setting_up_failed(run):
    outcome = run("import os; send(b'Fsetting up failed'); os._exit(119)")
    assert (outcome.ended, outcome.status) == ("exited", 119)


def test_it_cannot_make_the_worker_wait_by_closing_everything(run):
    outcome = run("import os; os.closerange(0, 256)")
    assert outcome.ended == "exited"


def test_a_stopped_child_is_no_riddle(run):
    outcome = run("import os, signal; signal.raise_signal(signal.SIGSTOP); send(b'on')")
    assert outcome.ended in ("finished", "exited")


def test_what_comes_after_the_end_mark_is_not_read(run):
    outcome = run(
        """
        from grader.sandbox import protocol
        send(b'claim' + protocol.END)
        while True: pass
        """
    )
    assert (outcome.ended, outcome.results) == ("finished", b"claim")
