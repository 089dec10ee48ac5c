"""The system calls that Python has no name for. Each raises `OSError` naming the call when the kernel refuses it."""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import stat
from collections.abc import Sequence
from functools import cache

libc = ctypes.CDLL(None, use_errno=True)
_interpreter = ctypes.PyDLL(None)

# Found once, here: what a zygote has not found, each of its children looks for again.
for _name in ("mount", "prctl", "sethostname", "syscall"):
    getattr(libc, _name)
for _name in ("PyOS_BeforeFork", "PyOS_AfterFork_Child", "PyOS_AfterFork_Parent", "syscall"):
    getattr(_interpreter, _name)

CLONE_NEWNS = 0x00020000
CLONE_NEWCGROUP = 0x02000000
CLONE_NEWUTS = 0x04000000
CLONE_NEWIPC = 0x08000000
CLONE_NEWUSER = 0x10000000
CLONE_NEWPID = 0x20000000
CLONE_NEWNET = 0x40000000
_CLONE_PIDFD = 0x00001000
_SIGCHLD = 17

MS_RDONLY, MS_NOSUID, MS_NODEV, MS_NOEXEC, MS_REMOUNT = 1, 2, 4, 8, 32
MS_BIND, MS_REC, MS_PRIVATE = 4096, 16384, 1 << 18
_MNT_DETACH = 2
_AT_FDCWD, _AT_RECURSIVE = -100, 0x8000
_ATTR_RDONLY, _ATTR_NOSUID, _ATTR_NODEV = 1, 2, 4

_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE, _PR_SET_SECCOMP = 1, 4, 22
_PR_CAPBSET_DROP, _PR_SET_NO_NEW_PRIVS = 24, 38
_PR_CAP_AMBIENT, _PR_CAP_AMBIENT_CLEAR_ALL = 47, 4
_SECCOMP_MODE_FILTER = 2
_SIGKILL = 9
_MADV_COLLAPSE = 25

_NUMBERS = {
    "x86_64": {"clone": 56, "pivot_root": 155, "capset": 126},
    "aarch64": {"clone": 220, "pivot_root": 41, "capset": 91},
}
_MOUNT_SETATTR = 442  # calls that came after the table was unified have one number everywhere
_LANDLOCK_CREATE, _LANDLOCK_ADD_RULE, _LANDLOCK_RESTRICT_SELF = 444, 445, 446


@cache
def number(name: str) -> int:
    """Return the number of an old system call on this processor."""
    try:
        return _NUMBERS[platform.machine()][name]
    except KeyError:
        raise OSError(f"no sandbox for {platform.machine()} processors, only for {', '.join(_NUMBERS)}") from None


def check(result: int, call: str) -> int:
    """Return the result of a call, or raise what the kernel answered."""
    if result < 0:
        code = ctypes.get_errno()
        raise OSError(code, f"{call}: {os.strerror(code)}")
    return result


def unshare(flags: int) -> None:
    check(libc.unshare(flags), f"unshare({_namespace_names(flags)})")


def _namespace_names(flags: int) -> str:
    names = {"mount": CLONE_NEWNS, "cgroup": CLONE_NEWCGROUP, "uts": CLONE_NEWUTS, "ipc": CLONE_NEWIPC}
    names |= {"user": CLONE_NEWUSER, "pid": CLONE_NEWPID, "net": CLONE_NEWNET}
    return ", ".join(name for name, flag in names.items() if flags & flag)


def clone(flags: int) -> tuple[int, int]:
    """Fork into new namespaces: (pid, pidfd) in the parent, (0, -1) in the child.

    Raw, since neither `os.fork` nor glibc's `fork` takes flags; the interpreter's own locks are put right as `os.fork`
    does. Only for a process with one thread.
    """
    pidfd = ctypes.c_int(-1)
    call = number("clone")
    _interpreter.PyOS_BeforeFork()
    pid = _interpreter.syscall(call, flags | _CLONE_PIDFD | _SIGCHLD, None, ctypes.byref(pidfd), None, None)
    if pid == 0:
        _interpreter.PyOS_AfterFork_Child()
        return 0, -1
    _interpreter.PyOS_AfterFork_Parent()
    if pid < 0:
        raise OSError(f"clone({_namespace_names(flags)}): refused by the kernel")
    return pid, pidfd.value


def map_identity(proc: int, user: int, group: int) -> None:
    """Make this user and group, and no others, exist in the user namespace just entered. `proc` is an open /proc."""
    for name, text in (("setgroups", "deny"), ("uid_map", f"{user} {user} 1"), ("gid_map", f"{group} {group} 1")):
        try:
            descriptor = os.open(f"self/{name}", os.O_WRONLY, dir_fd=proc)
            try:
                os.write(descriptor, text.encode())
            finally:
                os.close(descriptor)
        except OSError as error:
            raise OSError(error.errno, f"{name} of the user namespace: {error.strerror}") from None


def mount(source: str | None, target: str, kind: str | None, flags: int, options: str | None = None) -> None:
    arguments = [None if text is None else os.fsencode(text) for text in (source, target, kind, options)]
    result = libc.mount(arguments[0], arguments[1], arguments[2], ctypes.c_ulong(flags), arguments[3])
    check(result, f"mount({source or kind} on {target})")


def make_read_only(target: str, devices: bool = False) -> None:
    """Make a mount and all below it read-only, without set-user-id, and without device nodes unless asked for."""
    attributes = _ATTR_RDONLY | _ATTR_NOSUID | (0 if devices else _ATTR_NODEV)
    wanted = (ctypes.c_uint64 * 4)(attributes, 0, 0, 0)
    result = libc.syscall(
        _MOUNT_SETATTR, _AT_FDCWD, os.fsencode(target), _AT_RECURSIVE, ctypes.byref(wanted), ctypes.sizeof(wanted)
    )
    check(result, f"mount_setattr({target})")


def pivot_root(new_root: str, put_old: str) -> None:
    check(libc.syscall(number("pivot_root"), os.fsencode(new_root), os.fsencode(put_old)), "pivot_root")


def detach(target: str) -> None:
    check(libc.umount2(os.fsencode(target), _MNT_DETACH), f"umount({target})")


def set_host_name(name: bytes) -> None:
    check(libc.sethostname(name, len(name)), "sethostname")


def _prctl(what: str, option: int, *arguments: int) -> int:
    words = [ctypes.c_ulong(argument) for argument in (*arguments, 0, 0, 0, 0)][:4]
    return check(libc.prctl(option, *words), f"prctl({what})")


def die_with_parent() -> None:
    _prctl("PDEATHSIG", _PR_SET_PDEATHSIG, _SIGKILL)


def set_dumpable(dumpable: bool) -> None:
    _prctl("DUMPABLE", _PR_SET_DUMPABLE, int(dumpable))


def forbid_new_privileges() -> None:
    _prctl("NO_NEW_PRIVS", _PR_SET_NO_NEW_PRIVS, 1)


_CAPABILITIES = [ctypes.c_ulong(capability) for capability in range(64)]


def empty_bounding_set() -> None:
    """Drop every capability from the bounding set, also those that this kernel has and this file does not know."""
    for capability in _CAPABILITIES:
        if libc.prctl(_PR_CAPBSET_DROP, capability, 0, 0, 0) < 0:
            code = ctypes.get_errno()
            if code != errno.EINVAL:  # EINVAL: the last one was the kernel's last
                raise OSError(code, f"prctl(CAPBSET_DROP): {os.strerror(code)}")
            return


_CAPABILITY_HEADER = (ctypes.c_uint32 * 2)(0x20080522, 0)
_NO_CAPABILITIES = (ctypes.c_uint32 * 6)()


def drop_capabilities() -> None:
    """Give up every capability: ambient, effective, permitted and inheritable."""
    _prctl("CAP_AMBIENT", _PR_CAP_AMBIENT, _PR_CAP_AMBIENT_CLEAR_ALL)
    header, nothing = ctypes.byref(_CAPABILITY_HEADER), ctypes.byref(_NO_CAPABILITIES)
    check(libc.syscall(number("capset"), header, nothing), "capset")


def collapse(address: int, length: int) -> bool:
    """Ask for a huge page in place of small ones; tell whether there is one now. Kernels before 6.1 always refuse."""
    return bool(libc.madvise(ctypes.c_void_p(address), ctypes.c_size_t(length), _MADV_COLLAPSE) == 0)


libc.sbrk.restype = libc.malloc.restype = ctypes.c_void_p
libc.sbrk.argtypes, libc.malloc.argtypes, libc.free.argtypes = [ctypes.c_ssize_t], [ctypes.c_size_t], [ctypes.c_void_p]


def heap_end() -> int:
    """Return where the C library's heap ends."""
    return int(libc.sbrk(0))


def malloc(size: int) -> int:
    """Return the address of so many bytes that nobody uses, 0 if there are none."""
    return libc.malloc(size) or 0


def free(address: int) -> None:
    libc.free(address)


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("instructions", ctypes.c_void_p)]


class SeccompFilter:
    """A compiled filter, held ready in memory so that loading it is one call."""

    def __init__(self, compiled: bytes) -> None:
        self._instructions = ctypes.create_string_buffer(compiled, len(compiled))
        self._program = _Program(len(compiled) // 8, ctypes.addressof(self._instructions))

    def load(self) -> None:
        _prctl("SECCOMP", _PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.addressof(self._program))


def landlock_version() -> int:
    """Return the version of Landlock in this kernel, 0 if none: by the call, since its file in sysfs may be missing."""
    return max(0, int(libc.syscall(_LANDLOCK_CREATE, None, 0, 1)))


_LANDLOCK_READ = 0b1101  # execute (the loader maps libraries), read files, read directories
_LANDLOCK_READ_AND_WRITE_FILE = 0b110
_LANDLOCK_ALL_OF_A_FILE = 0b111
_LANDLOCK_ALL_OF_VERSION_1 = (1 << 13) - 1
_LANDLOCK_REFER = 1 << 13  # to move files between folders, which is forbidden unless asked for since version 2


def restrict_files(version: int, readable: Sequence[str], folders: Sequence[str], files: Sequence[str]) -> None:
    """Leave this process only these places, by Landlock: to read, to do anything in, to read and write."""
    everything = _LANDLOCK_ALL_OF_VERSION_1 | (_LANDLOCK_REFER if version >= 2 else 0)
    handled = ctypes.c_uint64(everything)
    ruleset = check(libc.syscall(_LANDLOCK_CREATE, ctypes.byref(handled), 8, 0), "landlock_create_ruleset")
    try:
        for path in readable:
            _allow_beneath(ruleset, path, _LANDLOCK_READ)
        for path in folders:
            _allow_beneath(ruleset, path, everything)
        for path in files:
            _allow_beneath(ruleset, path, _LANDLOCK_READ_AND_WRITE_FILE)
        check(libc.syscall(_LANDLOCK_RESTRICT_SELF, ruleset, 0), "landlock_restrict_self")
    finally:
        os.close(ruleset)


class _PathRule(ctypes.Structure):
    _pack_ = 1
    _fields_ = [("access", ctypes.c_uint64), ("parent", ctypes.c_int32)]


def _allow_beneath(ruleset: int, path: str, access: int) -> None:
    parent = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        is_folder = stat.S_ISDIR(os.fstat(parent).st_mode)
        rule = _PathRule(access if is_folder else access & _LANDLOCK_ALL_OF_A_FILE, parent)
        check(libc.syscall(_LANDLOCK_ADD_RULE, ruleset, 1, ctypes.byref(rule), 0), f"landlock_add_rule({path})")
    finally:
        os.close(parent)
