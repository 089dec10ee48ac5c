"""The message queue's app: `celery -A grader worker -Q cpu --pool threads`.

The broker is a doorbell: a message may come late, twice or never. What is true is written down elsewhere.
"""

from __future__ import annotations

import json
import os
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import redis
from celery import Celery
from kombu.entity import Queue

HEARTBEAT = "backpass:grader:"
HEARTBEAT_SECONDS = 15
VISIBILITY_SECONDS = 120  # above the longest grading


def redis_url() -> str:
    """Return the address of the Redis-compatible server."""
    return os.environ.get("REDIS_URL") or "redis://127.0.0.1:6379/0"


def broker_url(url: str) -> str:
    """Return a Redis address as the message queue writes it: it has a form of its own for Unix sockets."""
    parts = urlsplit(url)
    if parts.scheme != "unix":
        return url
    database = parse_qs(parts.query).get("db", ["0"])[0]
    return f"redis+socket://{quote(parts.path)}?virtual_host={database}"


def heartbeats(url: str | None = None) -> list[dict[str, Any]]:
    """Return what each living grading worker says of itself: layers, profiles, devices, and its problem if it has one.

    Raises:
        redis.RedisError: when the broker cannot be reached.
    """
    with redis.Redis.from_url(url or redis_url(), socket_timeout=2, socket_connect_timeout=2) as client:
        keys = sorted(client.scan_iter(HEARTBEAT + "*"))
        return [json.loads(beat) for beat in (client.mget(keys) if keys else []) if beat]


app = Celery("grader", include=["grader.tasks", "grader.worker"])
app.conf.update(
    broker_url=broker_url(redis_url()),
    broker_connection_retry_on_startup=True,
    broker_transport_options={
        "visibility_timeout": VISIBILITY_SECONDS,
        "unacked_restore_interval": 5,
        "unacked_restore_throttle": 1,
        "socket_connect_timeout": 2,
    },
    task_queues=[Queue(name) for name in ("cpu", "gpu", "results")],  # type: ignore[no-untyped-call]
    task_default_queue="cpu",
    task_ignore_result=True,
    task_acks_late=True,
    task_reject_on_worker_lost=True,
    task_serializer="json",
    accept_content=["json"],
    worker_prefetch_multiplier=1,
    worker_hijack_root_logger=False,
    worker_enable_remote_control=False,
    timezone="UTC",
)
