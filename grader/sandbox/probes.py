"""Hostile acts that the self-test has a jailed child try, and an honest one. Each answers what happened."""

from __future__ import annotations

import ctypes
import errno
import os
import signal
import socket
import sys
from collections.abc import Callable


def run(payload: bytes, send: Callable[[bytes], None]) -> None:
    """Try the named act and send `held: why not`, or what happened instead when nothing stopped it."""
    act = ACTS[payload.decode()]
    try:
        answer = act() or "it worked"
    except MemoryError as error:
        answer = f"held: {error!r}"
    except OSError as error:
        answer = f"held: {error}" if error.errno in _REFUSALS else f"not refused: {error}"
    send(answer.encode())


_REFUSALS = (errno.EPERM, errno.EACCES, errno.ENOENT, errno.EROFS, errno.ENOSYS)


def honest() -> str:
    return str(sum(range(10)))


def reads_passwd() -> None:
    with open("/etc/passwd") as file:
        file.read()


def writes_to_root() -> None:
    os.close(os.open(f"{sys.prefix}/planted", os.O_CREAT | os.O_WRONLY))


def looks_at_processes() -> None:
    os.listdir("/proc/1")


def forks() -> None:
    if os.fork() == 0:
        os._exit(0)


def runs_a_program() -> None:
    os.execv(sys.executable, [sys.executable, "-c", "pass"])


def opens_a_socket() -> None:
    socket.socket(socket.AF_UNIX).close()


def signals_others() -> None:
    os.kill(-1, signal.SIGKILL)


def _refused(result: int) -> None:
    if result < 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))


def mounts() -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    _refused(libc.mount(b"tmpfs", b"/tmp", b"tmpfs", 0, None))


def makes_a_namespace() -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    _refused(libc.unshare(0x10000000))


def sets_up_io_uring() -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    _refused(libc.syscall(425, 1, ctypes.create_string_buffer(120)))


def becomes_root() -> None:
    os.setuid(0)


def makes_a_device() -> None:
    os.mknod("/tmp/disk", 0o60600, os.makedev(8, 0))


def allocates_everything() -> None:
    kept = []
    while True:
        kept.append(bytearray(1 << 24))


def floods_the_output() -> None:
    while True:
        print("x" * 1000)


def never_ends() -> None:
    while True:
        pass


ACTS: dict[str, Callable[[], str | None]] = {act.__name__: act for act in (honest,)}
ACTS |= {
    act.__name__: act
    for act in (
        reads_passwd,
        writes_to_root,
        looks_at_processes,
        forks,
        runs_a_program,
        opens_a_socket,
        signals_others,
        mounts,
        makes_a_namespace,
        sets_up_io_uring,
        becomes_root,
        makes_a_device,
        allocates_everything,
        floods_the_output,
        never_ends,
    )
}
