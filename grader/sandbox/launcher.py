"""Starts one zygote: makes its namespaces and its file system, gives up every privilege, and becomes the interpreter.

Runs as a small process of its own outside the jail. It stays there as the zygote's parent: when the worker goes away,
however that happens, its end of the lifeline closes, and the launcher ends the zygote and with it everything inside.
Descriptors: 0 lifeline (first line: the plan), 2 what went wrong, 3 the zygote's control socket.
"""

from __future__ import annotations

import json
import os
import select
import signal
import sys
from typing import Any, NoReturn

from grader.sandbox import kernel, root
from grader.sandbox.protocol import CONTROL, LIFELINE, PROC


def main() -> NoReturn:
    plan = json.loads(_first_line(LIFELINE))
    os.dup2(plan["control"], CONTROL)
    if plan["control"] != CONTROL:
        os.close(plan["control"])
    try:
        status = _launch(plan)
    except OSError as error:
        print(error.strerror or error, file=sys.stderr, flush=True)
        status = 1
    finally:
        remove_groups(plan["groups"])
    os._exit(status)


def _first_line(descriptor: int) -> bytes:
    line = b""
    while not line.endswith(b"\n"):
        byte = os.read(descriptor, 1)
        if not byte:
            os._exit(1)
        line += byte
    return line


def _launch(plan: dict[str, Any]) -> int:
    proc = os.open("/proc", os.O_PATH | os.O_DIRECTORY)
    if plan["mode"] == "user":
        _own_user_namespace(proc)
    for group in plan["groups"]:
        _make_group(group)
    if plan["mode"] != "reduced":
        kernel.unshare(kernel.CLONE_NEWPID)
    zygote = os.fork()
    if zygote == 0:
        _become_zygote(plan, proc)
    os.close(CONTROL)
    return _watch(zygote)


def _make_group(group: str) -> None:
    os.mkdir(group)
    control = f"{group}/cgroup.subtree_control"
    if os.path.exists(control):  # version 2
        with open(control, "w") as file:
            file.write("+memory")


def _own_user_namespace(proc: int) -> None:
    """Enter a user namespace in which this user is only itself, but may mount."""
    user, group = os.getuid(), os.getgid()
    if user == 0:
        raise OSError(1, "user namespaces are never made by the real root: it would still be root outside")
    kernel.unshare(kernel.CLONE_NEWUSER)
    kernel.map_identity(proc, user, group)


def _become_zygote(plan: dict[str, Any], proc: int) -> NoReturn:
    try:
        os.dup2(proc, PROC)
        os.dup2(2, 1)
        if plan["mode"] != "reduced":
            kernel.unshare(
                kernel.CLONE_NEWNS
                | kernel.CLONE_NEWNET
                | kernel.CLONE_NEWIPC
                | kernel.CLONE_NEWUTS
                | kernel.CLONE_NEWCGROUP
            )
            owner = os.getuid() if plan["user"] is None else plan["user"]
            root.build(plan["mounts"], plan["masks"], plan["links"], owner)
        os.dup2(os.open("/dev/null", os.O_RDWR), 0)
        os.closerange(PROC + 1, 1 << 16)
        _give_up_privileges(plan["mode"], plan["user"])
        for descriptor in (CONTROL, PROC):
            os.set_inheritable(descriptor, True)
        os.execve(plan["command"][0], plan["command"], plan["environment"])
    except BaseException as error:
        print(getattr(error, "strerror", None) or repr(error), file=sys.stderr, flush=True)
    os._exit(1)


def _give_up_privileges(mode: str, user: int | None) -> None:
    """Become an unprivileged real user, unless that is what we are, without any capability now or later."""
    if user is not None or mode != "reduced":  # else there is no privilege by which to give up more
        kernel.empty_bounding_set()
    if user is not None:
        os.setgroups([])
        os.setresgid(user, user, user)
        os.setresuid(user, user, user)
    kernel.drop_capabilities()
    kernel.forbid_new_privileges()
    kernel.die_with_parent()  # after the last change of user, which would undo it


def _watch(zygote: int) -> int:
    """Wait until the worker lets go of the lifeline or the zygote ends; return 0 if it was told to end."""
    pidfd = os.pidfd_open(zygote)
    ready, _, _ = select.select([LIFELINE, pidfd], [], [])
    if pidfd not in ready:
        signal.pidfd_send_signal(pidfd, signal.SIGKILL)
    _, status = os.waitpid(zygote, 0)
    return 0 if pidfd not in ready else os.waitstatus_to_exitcode(status) & 0xFF


def remove_groups(groups: list[str]) -> None:
    """Remove the control groups of the zygote's children, which are all dead, as soon as the kernel lets go of them."""
    for group in groups:
        for folder, _, _ in os.walk(group, topdown=False):
            _remove(folder)


def _remove(folder: str) -> None:
    for _ in range(500):
        try:
            os.rmdir(folder)
        except FileNotFoundError:
            return
        except OSError:
            select.select([], [], [], 0.01)
        else:
            return
