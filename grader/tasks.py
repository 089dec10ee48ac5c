"""The tasks of the grading worker: a job in, a report out; and for authors, what a piece of code prints."""

from __future__ import annotations

import json
from typing import Any

import redis
from celery import Task

from grader import worker
from grader.celery import app, redis_url
from grader.job import Job
from grader.printed import CodeFailed, printed
from grader.sandbox import SandboxFailure, SandboxUnavailable

MAX_RETRIES = 3
REPLY_SECONDS = 60  # for which an answer waits to be fetched


@app.task(bind=True, name="grader.grade", max_retries=MAX_RETRIES)  # type: ignore[untyped-decorator]
def grade(self: Task[Any, Any], job: dict[str, Any]) -> dict[str, Any]:
    """Return the report on a job; a failure of ours is tried again a few times before it becomes an internal_error."""
    report = worker.grade(Job.from_dict(job))
    if report.retry and self.request.retries < MAX_RETRIES:
        raise self.retry(countdown=2**self.request.retries)
    return report.to_dict()


@app.task(name="grader.print_code", acks_late=False)  # type: ignore[untyped-decorator]
def print_code(code: str, framework: str, reply: str) -> None:
    """Leave what the code prints, or a sentence on why it prints nothing, in the broker's list called `reply`."""
    try:
        answer = {"output": printed(worker.grader().sandbox, code, framework=framework)}
    except (CodeFailed, SandboxFailure, SandboxUnavailable) as error:
        answer = {"problem": str(error)}
    with redis.Redis.from_url(redis_url(), socket_timeout=5) as client:
        client.rpush(reply, json.dumps(answer))
        client.expire(reply, REPLY_SECONDS)
