"""The list of system calls that a submission may make, compiled to a filter by libseccomp outside the jail."""

from __future__ import annotations

import errno
import os
from functools import cache

from grader.sandbox import gpu
from grader.sandbox.limits import SandboxUnavailable

try:
    import pyseccomp
except (ImportError, OSError, RuntimeError) as error:
    pyseccomp = None
    _MISSING = str(error)

# Memory, the clock, its own files, and leaving. No process, thread, socket, signal, mount, key, memory file, pipe.
ALLOWED = [
    name
    for line in """
    brk mmap munmap mremap mprotect madvise
    read write readv writev pread64 pwrite64 lseek open openat close close_range
    stat fstat lstat newfstatat statx access faccessat faccessat2 readlink readlinkat getdents64 getcwd chdir
    mkdir mkdirat unlink unlinkat rmdir rename renameat renameat2 ftruncate fsync fdatasync fadvise64 umask
    dup dup2 dup3 poll ppoll select pselect6
    futex sched_yield sched_getaffinity getcpu rseq set_robust_list
    clock_gettime clock_getres clock_nanosleep nanosleep gettimeofday time times getrusage sysinfo uname
    getpid getppid gettid getuid geteuid getgid getegid getresuid getresgid getgroups getpgrp
    getrandom rt_sigaction rt_sigprocmask rt_sigreturn sigaltstack restart_syscall exit exit_group
    """.splitlines()
    for name in line.split()
]

_TCGETS = 0x5401
_FIOCLEX, _FIONCLEX = 0x5451, 0x5450
_F_DUPFD_CLOEXEC = 1030
_THREAD, _NEW_SPACES = 0x00010000, 0x7E020000  # of clone's flags: a thread, and all kinds of new namespaces


@cache
def compiled(for_gpu: bool = False) -> bytes:
    """Return the filter as the kernel's bytecode. What is not on the list answers EPERM, `clone3` ENOSYS."""
    if pyseccomp is None:
        raise SandboxUnavailable(f"libseccomp is missing: install libseccomp2 with your system's packages ({_MISSING})")
    rules = pyseccomp.SyscallFilter(pyseccomp.ERRNO(errno.EPERM))
    rules.add_rule(pyseccomp.ERRNO(errno.ENOSYS), "clone3")
    native = pyseccomp.system_arch()
    for name in (*ALLOWED, *(gpu.CALLS if for_gpu else ())):
        if pyseccomp.resolve_syscall(native, name) >= 0:  # some exist only on older architectures
            rules.add_rule(pyseccomp.ALLOW, name)
    for request in (_TCGETS, _FIOCLEX, _FIONCLEX):
        rules.add_rule(pyseccomp.ALLOW, "ioctl", pyseccomp.Arg(1, pyseccomp.EQ, request))
    for command in (0, 1, 2, 3, _F_DUPFD_CLOEXEC):  # DUPFD, GETFD, SETFD, GETFL
        rules.add_rule(pyseccomp.ALLOW, "fcntl", pyseccomp.Arg(1, pyseccomp.EQ, command))
    rules.add_rule(pyseccomp.ALLOW, "prlimit64", pyseccomp.Arg(0, pyseccomp.EQ, 0))  # its own, and those only go down
    if for_gpu:
        rules.add_rule(pyseccomp.ALLOW, "ioctl")
        rules.add_rule(pyseccomp.ALLOW, "clone", pyseccomp.Arg(0, pyseccomp.MASKED_EQ, _THREAD | _NEW_SPACES, _THREAD))
    return _export(rules)


def _export(rules: pyseccomp.SyscallFilter) -> bytes:
    descriptor = os.memfd_create("seccomp", os.MFD_CLOEXEC)
    with os.fdopen(descriptor, "w+b") as file:
        rules.export_bpf(file)
        file.seek(0)
        return file.read()
