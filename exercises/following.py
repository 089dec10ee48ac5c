"""The stream that a waiting page listens to: it says what it waits for, then the result, then that it is done."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import redis
import redis.asyncio
from asgiref.sync import sync_to_async
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.template.loader import render_to_string

from exercises.models import Submission
from exercises.submissions import live_context
from exercises.tasks import channel

LOOK_SECONDS = 5.0  # how often the row is read although nobody called
LOOK_WITHOUT_BROKER_SECONDS = 1.0
LONGEST_SECONDS = 90.0  # then the page connects again


async def events(request: HttpRequest, pk: int) -> HttpResponseBase:
    user = await request.auser()
    if not await Submission.objects.visible_to(user).filter(pk=pk).aexists():
        raise Http404("There is no such submission.")
    response = StreamingHttpResponse(stream(pk, user.pk, "workbench" in request.GET), content_type="text/event-stream")
    response["Cache-Control"] = "no-cache, no-transform"
    response["X-Accel-Buffering"] = "no"
    return response


async def stream(pk: int, viewer: int | None, in_workbench: bool) -> AsyncIterator[str]:
    """The events of one submission. It subscribes before it reads the row, so no verdict falls between the two."""
    ends = time.monotonic() + LONGEST_SECONDS
    shown = ""
    async with bell(pk) as ring:
        while time.monotonic() < ends:
            html, waiting = await render_live(pk, viewer, in_workbench)
            if html != shown:
                shown = html
                yield event("state" if waiting else "result", html)
            if not waiting:
                yield event("done", "")
                return
            await ring()
            yield ": still here\n\n"


@sync_to_async
def render_live(pk: int, viewer: int | None, in_workbench: bool) -> tuple[str, bool]:
    submission = Submission.objects.select_related("exercise", "user").filter(pk=pk).first()
    if submission is None:
        return "", False
    html = render_to_string("exercises/_live.html", live_context(submission, viewer=viewer, in_workbench=in_workbench))
    return html, submission.waiting


def event(name: str, data: str) -> str:
    lines = "".join(f"data: {line}\n" for line in data.splitlines() or [""])
    return f"event: {name}\n{lines}\n"


@asynccontextmanager
async def bell(pk: int) -> AsyncIterator[Any]:
    """A function that returns when the results worker calls, or after a while; without a broker after a shorter one."""
    client = redis.asyncio.Redis.from_url(settings.REDIS_URL or "redis://127.0.0.1:1", socket_connect_timeout=0.5)
    pubsub = client.pubsub(ignore_subscribe_messages=True)
    connected = True
    try:
        await pubsub.subscribe(channel(pk))
    except (redis.RedisError, OSError):
        connected = False

    async def ring() -> None:
        nonlocal connected
        if not connected:
            await asyncio.sleep(LOOK_WITHOUT_BROKER_SECONDS)
            return
        try:
            await wait_for_message(pubsub)
        except (redis.RedisError, OSError):
            connected = False

    try:
        yield ring
    finally:
        await pubsub.aclose()  # type: ignore[no-untyped-call]
        await client.aclose()


async def wait_for_message(pubsub: Any) -> None:
    ends = time.monotonic() + LOOK_SECONDS
    while (left := ends - time.monotonic()) > 0:
        if await pubsub.get_message(timeout=left) is not None:
            return
