"""The way of a submission out to the graders and back. The row is the truth; a message may be lost, doubled or late."""

import logging
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

import redis
from celery import Task
from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from kombu.exceptions import OperationalError

from exercises import later
from exercises.grading import broker, grader_status
from exercises.models import (
    LATER_TASK,
    RUN_LIFE,
    Device,
    Exercise,
    Purpose,
    Submission,
    SubmissionQuerySet,
    new_attempt,
)
from exercises.signals import first_accepted, judged
from grader import app, grade

logger = logging.getLogger("backpass.grading")

GRADING_QUEUE = "cpu"
QUEUES = {Device.CPU.value: GRADING_QUEUE, Device.CUDA.value: "gpu"}
RESULTS_QUEUE = "results"
REAP_SECONDS = 10.0
LOST_AFTER = timedelta(seconds=15)  # without a verdict, and with fewer messages in the broker than rows that wait
STUCK_AFTER = timedelta(minutes=3)  # without a verdict, although messages are there and graders are running
MAX_TRIES = 4
OVERTAKEN_SECONDS, OVERTAKEN_TRIES = 0.5, 20
REAPED_AT_ONCE = 500
PUBLISH_POLICY = {"max_retries": 1, "interval_start": 0, "interval_step": 0.1, "interval_max": 0.1}
GAVE_UP = "Grading failed several times. That is our fault, not yours; an administrator can see it and grade it again."


def channel(submission_id: int) -> str:
    """Where the waiting page listens."""
    return f"backpass:submission:{submission_id}"


def enqueue(submission: Submission) -> None:
    """Have the submission graded, once what is being saved with it is really in the database."""
    transaction.on_commit(lambda: publish(submission))


def publish(submission: Submission) -> bool:
    """Give the submission to the graders; False when the broker is down, and then the reaper tries again."""
    rows = Submission.objects.waiting().filter(pk=submission.pk, attempt=submission.attempt)
    if not rows.update(tries=F("tries") + 1, sent=timezone.now()):
        return False
    try:
        grade.apply_async(
            (submission.job(),),
            queue=QUEUES[submission.device],
            link=record.s().set(queue=RESULTS_QUEUE),
            retry_policy=PUBLISH_POLICY,
        )
    except (OperationalError, redis.RedisError, OSError) as error:
        logger.warning("submission %s waits, the broker is down: %s", submission.pk, error)
        rows.update(tries=F("tries") - 1, sent=None)
        return False
    return True


def grade_again(submission: Submission) -> None:
    """Forget the verdict and grade the same source on the same version once more."""
    submission.verdict, submission.report, submission.finished = "", None, None
    submission.attempt, submission.tries, submission.sent = new_attempt(), 0, None
    submission.save(update_fields=["verdict", "report", "finished", "attempt", "tries", "sent"])
    enqueue(submission)


@app.task(name="exercises.tasks.record")  # type: ignore[untyped-decorator]
def record(report: dict[str, Any]) -> None:
    """Write the report into its row, unless the row has a verdict or asked for another one since."""
    pk, attempt = int(report["job"]), str(report["attempt"])
    waiting = Submission.objects.waiting().filter(pk=pk, attempt=attempt)
    if report["verdict"] == "internal_error":
        logger.error("submission %s: %s", pk, report.get("message"))
        if waiting.filter(tries__lt=MAX_TRIES).exists():
            return  # it goes on waiting, and the reaper sends it again
    finish(waiting, report)


@app.task(bind=True, name=LATER_TASK, max_retries=OVERTAKEN_TRIES)  # type: ignore[untyped-decorator]
def record_later(self: "Task[..., None]", told: dict[str, Any]) -> None:
    """Add to a report what a grader found out after the verdict, which this message may have overtaken."""
    pk, attempt = int(told["job"]), str(told["attempt"])
    kept = later.keep(pk, attempt, told["found"])
    if not kept and Submission.objects.waiting().filter(pk=pk, attempt=attempt).exists():
        raise self.retry(countdown=OVERTAKEN_SECONDS)


def finish(waiting: SubmissionQuerySet, report: dict[str, Any]) -> bool:
    """Give the one row that waits its verdict; False when there is none."""
    with transaction.atomic():
        submission = waiting.select_related("exercise", "user").first()
        values = {
            "verdict": report["verdict"],
            "report": report,
            "seed": report.get("seed"),
            "finished": timezone.now(),
        }
        if submission is None or not waiting.update(**values):
            return False
        if submission.purpose == Purpose.SUBMIT:
            announce(submission, report)
    tell(submission.pk)
    return True


def announce(submission: Submission, report: dict[str, Any]) -> None:
    """Tell the rest of the site of a verdict on a submission that counts."""
    submission.verdict, submission.report = report["verdict"], report
    if submission.verdict == "accepted":
        announce_first(submission)
    judged.send(Submission, user=submission.user, submission=submission)


def announce_first(submission: Submission) -> None:
    earlier = Submission.objects.accepted().filter(
        user=submission.user, exercise=submission.exercise, framework=submission.framework
    )
    if not earlier.exclude(pk=submission.pk).exists():
        first_accepted.send(
            Exercise,
            user=submission.user,
            exercise=submission.exercise,
            framework=submission.framework,
            submission=submission,
        )


def tell(submission_id: int) -> None:
    """Wake the page that waits for this verdict; it also looks by itself, so a loss costs a second."""
    try:
        broker(settings.REDIS_URL).publish(channel(submission_id), "finished")
    except (redis.RedisError, ValueError) as error:
        logger.warning("nobody was told of submission %s: %s", submission_id, error)


@app.task(bind=True, name="exercises.tasks.reap", acks_late=False)  # type: ignore[untyped-decorator]
def reap(self: "Task[[], None]") -> None:
    """Send again what has waited too long, give up on what failed too often, delete the runs of the last hours.

    What waits for a GPU while no worker has one is left alone: its message waits, too, and its tries are not used up.
    """
    now = timezone.now()
    Submission.objects.passing().filter(created__lt=now - RUN_LIFE).delete()
    grading = grader_status()
    devices = {Device.CPU.value, *grading.devices}
    waiting = Submission.objects.waiting().filter(device__in=devices)
    own = (self.request.properties or {}).get("delivery_tag", "")
    limit = LOST_AFTER if messages_waiting(own, devices) < waiting.count() else STUCK_AFTER
    if limit is STUCK_AFTER and not grading.on:
        return
    late = waiting.exclude(sent__gte=now - limit).filter(created__lt=now - LOST_AFTER)
    for submission in late.select_related("exercise", "version").order_by("created")[:REAPED_AT_ONCE]:
        if submission.tries >= MAX_TRIES:
            give_up(submission)
        elif not publish(submission):
            return


def messages_waiting(own: str, devices: Iterable[str]) -> int:
    """How many messages for these devices the broker holds, apart from the caller's own; 0 when it is down."""
    try:
        client = broker(settings.REDIS_URL)
        queued = sum(int(client.llen(name)) for name in (*map(QUEUES.__getitem__, devices), RESULTS_QUEUE))
        return queued + int(client.hlen("unacked")) - int(client.hexists("unacked", own))
    except (redis.RedisError, ValueError):
        return 0


def give_up(submission: Submission) -> None:
    report: dict[str, Any] = {"verdict": "internal_error", "message": GAVE_UP, "seed": submission.seed, "cases": []}
    finish(Submission.objects.waiting().filter(pk=submission.pk), report)
