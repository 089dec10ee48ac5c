"""What an author's code prints, found out by a grading worker: the web process itself runs no code."""

import json
import uuid

import redis
from django.conf import settings
from django.core.cache import cache
from kombu.exceptions import OperationalError

from exercises.grading import grader_status
from exercises.tasks import GRADING_QUEUE, PUBLISH_POLICY
from grader import print_code
from quiz.bank.outputs import NoOutputError, checked, framework_of, name_of

PATIENCE_SECONDS = 10
KEPT_SECONDS = 3600  # an author goes on typing the prompt, and the code stays the same
OFF = (
    "it runs in the sandbox of a grading worker, and grading is off at the moment: {} Nothing is lost, try again later."
)
BUSY = "the graders are busy and have not run it yet. Nothing is lost, try again in a minute."


def run_by_grader(code: str) -> str:
    """What the code prints; raises NoOutputError with a sentence for its author."""
    key = f"printed-{name_of(code)}"
    output = cache.get(key)
    if output is None:
        output = ask(code)
        cache.set(key, output, KEPT_SECONDS)
    return checked(output)


def ask(code: str) -> str:
    status = grader_status()
    if not status.on:
        raise NoOutputError(OFF.format(status.reason))
    reply = f"backpass:printed:{uuid.uuid4().hex}"
    try:
        print_code.apply_async(
            (code, framework_of(code), reply),
            queue=GRADING_QUEUE,
            expires=PATIENCE_SECONDS,
            retry_policy=PUBLISH_POLICY,
        )
        with redis.Redis.from_url(settings.REDIS_URL, socket_timeout=PATIENCE_SECONDS + 2) as client:
            found = client.blpop([reply], timeout=PATIENCE_SECONDS)
    except (OperationalError, redis.RedisError, OSError) as error:
        raise NoOutputError(OFF.format("the broker does not answer.")) from error
    if found is None:
        raise NoOutputError(BUSY)
    answer: dict[str, str] = json.loads(found[1])
    if "output" not in answer:
        raise NoOutputError(answer["problem"])
    return answer["output"]
