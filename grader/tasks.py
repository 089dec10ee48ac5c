"""The one task of the grading worker: a job in, a report out."""

from __future__ import annotations

from typing import Any

from celery import Task

from grader import worker
from grader.celery import app
from grader.job import Job

MAX_RETRIES = 3


@app.task(bind=True, name="grader.grade", max_retries=MAX_RETRIES)  # type: ignore[untyped-decorator]
def grade(self: Task[Any, Any], job: dict[str, Any]) -> dict[str, Any]:
    """Return the report on a job; a failure of ours is tried again a few times before it becomes an internal_error."""
    report = worker.grader().grade(Job.from_dict(job))
    if report.retry and self.request.retries < MAX_RETRIES:
        raise self.retry(countdown=2**self.request.retries)
    return report.to_dict()
