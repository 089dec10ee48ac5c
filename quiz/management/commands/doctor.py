"""`manage.py doctor`: what this machine gives, layer by layer; non-zero if something needed is missing."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from typing import Any, NamedTuple

import redis
from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from grader import Sandbox, SandboxUnavailable
from quiz.broker import BrokerError, broker_binary


class Finding(NamedTuple):
    """One line of the diagnosis: a missing thing that is needed makes the command fail."""

    name: str
    good: bool
    detail: str
    needed: bool = True


class Command(BaseCommand):
    help = "Print isolation layers, broker, database and devices; exit non-zero if something needed is missing."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        missing = 0
        for finding in (*isolation(), broker(), database(), browser(), *devices()):
            missing += finding.needed and not finding.good
            mark = "ok     " if finding.good else ("MISSING" if finding.needed else "absent ")
            self.stdout.write(f"{mark}  {finding.name:<22} {finding.detail}")
        if missing:
            self.stderr.write(f"{missing} needed thing{'s are' if missing > 1 else ' is'} missing.")
            sys.exit(1)


def isolation() -> Iterator[Finding]:
    """Yield the sandbox's layers, after its self-test, and which profiles can be run."""
    try:
        with Sandbox() as sandbox:
            sandbox.warm()
            for layer in sandbox.layers:
                yield Finding(f"sandbox: {layer.name}", layer.active, layer.detail, needed=False)
            yield Finding("sandbox: self-test", True, f"mode {sandbox.mode}; {', '.join(sandbox.profiles)}")
            if sandbox.unavailable:
                detail = f"{', '.join(sandbox.unavailable)}: not installed (pip install torch==2.13.0)"
                yield Finding("sandbox: profiles", False, detail, needed=False)
    except SandboxUnavailable as problem:
        yield Finding("sandbox", False, str(problem))


def broker() -> Finding:
    if not settings.REDIS_URL:
        try:
            return Finding("broker", True, f"embedded: {broker_binary()}")
        except BrokerError as problem:
            return Finding("broker", False, str(problem))
    try:
        with redis.from_url(settings.REDIS_URL, socket_timeout=3) as client:
            version = client.info("server").get("redis_version", "?")
    except redis.RedisError as problem:
        return Finding("broker", False, f"REDIS_URL does not answer: {problem}")
    return Finding("broker", True, f"REDIS_URL answers, version {version}")


def database() -> Finding:
    name = f"{connection.vendor} {connection.settings_dict['NAME']}"
    try:
        executor = MigrationExecutor(connection)
        waiting = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    except OperationalError as problem:
        return Finding("database", False, f"{name}: {problem}")
    if waiting:
        return Finding("database", True, f"{name}; {waiting} migrations are waiting (`manage.py migrate`)")
    return Finding("database", True, f"{name}; up to date")


def browser() -> Finding:
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    return Finding("browser for tests", bool(found), found or "no Chromium: browser tests do not run", needed=False)


def devices() -> Iterator[Finding]:
    nvidia = shutil.which("nvidia-smi")
    yield Finding("device: cpu", True, "grades NumPy and PyTorch")
    yield Finding("device: cuda", bool(nvidia), nvidia or "no NVIDIA driver found", needed=False)
