"""One submission's process: shuts itself in, waits, reads the submission, runs the program and leaves.

Every step is checked. What goes wrong before the program starts is our fault and ends in a status of its own.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import resource
import sys
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NoReturn

from grader.sandbox import kernel, protocol

Program = Callable[[bytes, Callable[[bytes], None]], None]

_NAMESPACES = (
    kernel.CLONE_NEWUSER
    | kernel.CLONE_NEWNS
    | kernel.CLONE_NEWPID
    | kernel.CLONE_NEWNET
    | kernel.CLONE_NEWIPC
    | kernel.CLONE_NEWUTS
    | kernel.CLONE_NEWCGROUP
)
_TMP_MIB = 16
DESCRIPTORS = 64
_STAGE_DESCRIPTOR = 512  # where the pipes wait while what the zygote has open is closed
MOST_DESCRIPTORS = _STAGE_DESCRIPTOR + 128  # that a zygote may have open, so that no higher one can be missed


@dataclass(frozen=True)
class Setup:
    """What a child needs to know to shut itself in, made once by its zygote."""

    programs: Sequence[Program]
    rehearse: Callable[[], None]
    reseed: Callable[[], None]
    seccomp: kernel.SeccompFilter
    readable: Sequence[str]
    writable: Sequence[str]
    covered: Sequence[str]
    namespaces: bool
    landlock: int
    data_bytes: int
    address_space_bytes: int
    threads: int
    descriptors: int
    addresses: bool  # whether addresses are limited

    @property
    def clone_flags(self) -> int:
        return _NAMESPACES if self.namespaces else 0


def live(setup: Setup, user: int, group: int, pipes: tuple[int, int, int], rehearsed: bool) -> NoReturn:
    """Be the jailed child, from its first moment to its last, with the three pipes that came with the request.

    A rehearsed child runs a little program before it says that it waits: what that writes to, which is what every
    program writes to, is then the child's own memory already.
    """
    try:
        _take_descriptors(*pipes)
        _shut_in(setup, user, group)
        if rehearsed:
            setup.rehearse()
        os.write(protocol.RESULTS, protocol.JAILED)
        program, submission = _wait_for_submission(setup)
        os.write(protocol.RESULTS, protocol.STARTED)
    except BaseException as error:
        _report_failure(error)
    try:
        program(submission, _send)
        _flush()
        _send(protocol.END)
        os.close(protocol.RESULTS)
    except BaseException:
        with contextlib.suppress(BaseException):
            traceback.print_exc()
        os._exit(protocol.PROGRAM_FAILED)
    os._exit(0)


def _take_descriptors(payload: int, results: int, output: int) -> None:
    """Put the pipes and /proc on their fixed numbers and close everything else that the zygote had open."""
    wanted = (payload, results, protocol.PROC, output)
    staged = [fcntl.fcntl(descriptor, fcntl.F_DUPFD, _STAGE_DESCRIPTOR) for descriptor in wanted]
    for source, target in zip(staged, (protocol.PAYLOAD, protocol.RESULTS, protocol.CHILD_PROC, 1), strict=True):
        os.dup2(source, target)
    os.dup2(1, 2)
    os.closerange(protocol.CHILD_PROC + 1, MOST_DESCRIPTORS)


def _shut_in(setup: Setup, user: int, group: int) -> None:
    if setup.namespaces:
        kernel.map_identity(protocol.CHILD_PROC, user, group)
        flags = kernel.MS_NOSUID | kernel.MS_NODEV | kernel.MS_NOEXEC
        kernel.mount("tmpfs", "/tmp", "tmpfs", flags, f"size={_TMP_MIB}m,nr_inodes=1024,mode=0700")
        for folder in setup.covered:
            kernel.mount("tmpfs", folder, "tmpfs", flags | kernel.MS_RDONLY, "size=4k,nr_inodes=1,mode=0555")
        kernel.set_host_name(b"jail")
        os.chdir("/tmp")
        kernel.empty_bounding_set()
    else:
        kernel.die_with_parent()
    os.close(protocol.CHILD_PROC)
    many = ((resource.RLIMIT_NPROC, setup.threads), (resource.RLIMIT_NOFILE, setup.descriptors))
    for limit, amount in (*_FIXED_LIMITS, *many):
        resource.setrlimit(limit, (amount, amount))
    kernel.drop_capabilities()
    kernel.forbid_new_privileges()
    if setup.landlock:
        kernel.restrict_files(setup.landlock, setup.readable, ["/tmp"] if setup.namespaces else [], setup.writable)
    setup.reseed()
    setup.seccomp.load()


_FIXED_LIMITS = (
    (resource.RLIMIT_CORE, 0),
    (resource.RLIMIT_FSIZE, _TMP_MIB << 20),
    (resource.RLIMIT_MEMLOCK, 0),
    (resource.RLIMIT_MSGQUEUE, 0),
    (resource.RLIMIT_STACK, 8 << 20),
)


def _wait_for_submission(setup: Setup) -> tuple[Program, bytes]:
    header = _read(protocol.SUBMISSION.size)
    program, cpu_seconds, memory, length = protocol.SUBMISSION.unpack(header)
    submission = _read(length)
    if program != protocol.TIMED:  # which is told more as it goes on
        os.close(protocol.PAYLOAD)
    limits = [(resource.RLIMIT_CPU, cpu_seconds)]
    if setup.addresses:
        limits.append((resource.RLIMIT_DATA, setup.data_bytes + memory))
        limits.append((resource.RLIMIT_AS, setup.address_space_bytes + memory + (_TMP_MIB << 20)))
    for limit, amount in limits:
        resource.setrlimit(limit, (amount, amount))
    return setup.programs[program], submission


def _read(length: int) -> bytes:
    parts = []
    while length:
        part = os.read(protocol.PAYLOAD, min(length, 1 << 20))
        if not part:
            raise EOFError("the worker let go of a waiting child")
        parts.append(part)
        length -= len(part)
    return b"".join(parts)


def _send(data: bytes) -> None:
    """Write all of it to the result pipe."""
    view = memoryview(data)
    while view:
        view = view[os.write(protocol.RESULTS, view) :]


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(Exception):
            stream.flush()


def _report_failure(error: BaseException) -> NoReturn:
    with contextlib.suppress(BaseException):
        os.write(protocol.RESULTS, protocol.FAILED + (getattr(error, "strerror", None) or repr(error)).encode()[:2000])
    os._exit(protocol.SETUP_FAILED)
