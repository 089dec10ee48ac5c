"""Measures the pages: `python -m tests.bench.pages PREFIX` prints figures as JSON, and a table beside them."""

from __future__ import annotations

import gzip
import json
import re
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import cycle

import django

django.setup()

from django.db import connection  # noqa: E402 -- what follows needs Django to be ready
from django.http import HttpResponse  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from exercises.models import Submission  # noqa: E402
from quiz.bank.models import Item, Question  # noqa: E402
from quiz.bank.presenting import ticket  # noqa: E402
from quiz.bank.topics import TOPICS  # noqa: E402
from quiz.people.models import User  # noqa: E402
from quiz.practice.models import Session  # noqa: E402
from tests.site_pages import GUEST, LEARNER  # noqa: E402

ROUNDS, WARM_UP = 30, 3
ADMIN = ("/admin/", "/admin/bank/question/", "/admin/statistics/itemstatistics/")
KINDS = ("single", "numeric", "ordering", "matching", "fill", "predict", "bug", "free")
Act = Callable[[], HttpResponse]


@dataclass(frozen=True)
class Visit:
    """One request: what leads up to it, which is not timed, gives what does it."""

    prepare: Callable[[], Act]

    def timed(self) -> tuple[float, float]:
        """Return the milliseconds that it took, and those of them that this process computed."""
        act = self.prepare()
        wall, cpu = time.perf_counter(), time.process_time()
        act()
        return (time.perf_counter() - wall) * 1000, (time.process_time() - cpu) * 1000


def main() -> None:
    prefix = sys.argv[1]
    learner = User.objects.get(username="learner")
    guest, client = Client(SERVER_NAME="localhost"), Client(SERVER_NAME="localhost")
    client.force_login(learner)
    visits = {f"{address}, guest": getting(guest, address) for address in GUEST} | pages(client, learner)
    visits |= questions(client) | answers(client) | sessions(client)
    figures: dict[str, float] = {}
    say = partial(print, file=sys.stderr, flush=True)
    say(f"{'page':60} {'median ms':>10} {'of it CPU':>10} {'slowest':>10} {'queries':>8} {'kB':>6} {'gzip':>6}")
    for name, visit in visits.items():
        wall, cpu, queries, html = measure(name, visit)
        median, small = statistics.median(wall), len(gzip.compress(html, 6))
        sizes = f"{len(html) / 1000:6.0f} {small / 1000:6.1f}"
        say(f"{name:60} {median:10.1f} {statistics.median(cpu):10.1f} {max(wall):10.1f} {queries:8} {sizes}")
        figures[f"{prefix}: {name}, server ms, median"] = median
        figures[f"{prefix}: {name}, queries"] = queries
    print(json.dumps(figures))


def measure(name: str, visit: Visit) -> tuple[list[float], list[float], int, bytes]:
    """Return milliseconds and those of them that were computed, the number of queries, and what was sent."""
    times = [visit.timed() for _ in range(WARM_UP + ROUNDS)][WARM_UP:]
    act = visit.prepare()
    with CaptureQueriesContext(connection) as queries:
        answer = act()
    if answer.status_code not in (200, 302, 403):  # 403: solutions of an exercise that is not solved yet
        raise RuntimeError(f"{name} answered {answer.status_code}")
    return [each[0] for each in times], [each[1] for each in times], len(queries), answer.content


def pages(client: Client, learner: User) -> dict[str, Visit]:
    """The pages of somebody signed in, who may write questions too."""
    session = Session.objects.filter(user=learner).latest("pk")
    submission = Submission.objects.filter(user=learner).latest("pk")
    known = {"name": learner.name, "session": session.pk, "seed": session.seed, "submission": submission.pk}
    filled = [(address, address.format(**known)) for address in (*LEARNER, *ADMIN)]
    return {f"{address}, signed in": getting(client, path) for address, path in filled}


def getting(client: Client, path: str) -> Visit:
    return Visit(lambda: partial(client.get, path))


def questions(client: Client) -> dict[str, Visit]:
    """The page of a question with an item of each kind."""
    found = {}
    for kind in KINDS:
        question = Question.objects.published().filter(items__kind=kind, items__live=True).first()
        if question is not None:
            found[f"question, {kind}"] = getting(client, question.get_absolute_url())
    return found


def answers(client: Client) -> dict[str, Visit]:
    """An answer to a new showing of an item each time."""
    found = {}
    for kind, fields in {"single": {"option": "0"}, "numeric": {"number": "0.5"}}.items():
        item = Item.objects.filter(kind=kind, live=True, question__state="published").select_related("question").first()
        if item is not None:
            found[f"answer, {kind}"] = answering(client, item, fields)
    return found


def answering(client: Client, item: Item, fields: dict[str, str]) -> Visit:
    address = f"/questions/{item.question.slug}/items/{item.pk}/"
    seeds = iter(range(time.time_ns() % 2**40, 2**41))
    headers = {"HX-Request": "true"}
    return Visit(lambda: partial(client.post, address, fields | {"ticket": ticket(item, next(seeds))}, headers=headers))


def sessions(client: Client) -> dict[str, Visit]:
    """Starting a session, its screen, and an answer in it."""
    topics = cycle(TOPICS)
    headers = {"HX-Request": "true"}
    return {
        "session, started": Visit(lambda: partial(client.post, "/practice/", {"length": "10", "topics": next(topics)})),
        "session, a screen": Visit(lambda: partial(client.get, screen(client))),
        "session, an answer": Visit(lambda: partial(client.post, screen(client), {"unknown": "1"}, headers=headers)),
    }


def screen(client: Client) -> str:
    """The address of what is open in the learner's session; a new one where it is at its end."""
    page = client.get("/practice/").content.decode()
    found = re.search(r'href="(/practice/\d+/)"', page)
    address = found[1] if found else client.post("/practice/", {"length": "40"}).url
    return str(client.get(address).url)


if __name__ == "__main__":
    main()
