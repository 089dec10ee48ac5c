"""Draws the items of a new session."""

import random
from collections import Counter
from collections.abc import Collection
from datetime import timedelta

from django.utils import timezone

from quiz.bank.models import Answer, Item, State
from quiz.bank.presenting import SEEDS, new_seed
from quiz.people.models import User
from quiz.practice.models import Session

LENGTHS = (5, 10, 20, 40)
LENGTH = 10  # unless another one is chosen
DOUBLE_CLICK = timedelta(seconds=5)


def start_session(user: User, topics: Collection[str], kinds: Collection[str], length: int) -> Session | None:
    """A new session of at most `length` items from these topics and kinds (none given: all); None if there are none.

    First what this person has not had right yet, and one item of each question before a second one of any. A second
    click on the button finds the session that the first one made.
    """
    if started := just_started(user, topics, kinds):
        return started
    seed = new_seed()
    items = draw_items(user, topics, kinds, length, seed)
    if not items:
        return None
    variants = random.Random(seed)
    session = Session.objects.create(user=user, topics=list(topics), kinds=list(kinds), seed=seed)
    session.add((item, variants.randrange(SEEDS)) for item in items)
    return session


def just_started(user: User, topics: Collection[str], kinds: Collection[str]) -> Session | None:
    """The same session, started a moment ago and not yet answered."""
    since = timezone.now() - DOUBLE_CLICK
    latest = Session.objects.filter(user=user, created__gte=since, finished=None).first()
    if latest is None or (latest.topics, latest.kinds) != (list(topics), list(kinds)):
        return None
    return None if latest.entries.filter(answer__isnull=False).exists() else latest


def draw_items(user: User, topics: Collection[str], kinds: Collection[str], length: int, seed: int) -> list[int]:
    """The keys of the items to ask; the same seed draws the same from the same bank."""
    candidates = Item.objects.filter(live=True, question__state=State.PUBLISHED)
    if topics:
        candidates = candidates.filter(question__topic__in=topics)
    if kinds:
        candidates = candidates.filter(kind__in=kinds)
    rows = list(candidates.order_by("question__position", "pk").values_list("pk", "key", "question_id"))
    right = set(Answer.objects.filter(user=user, outcome="right").values_list("item__key", flat=True))
    random.Random(seed).shuffle(rows)
    nth: Counter[int] = Counter()
    ranked = []
    for item, key, question in sorted(rows, key=lambda row: row[1] in right):
        ranked.append((key in right, nth[question], item))
        nth[question] += 1
    ranked.sort(key=lambda rank: rank[:2])
    return [item for *_, item in ranked[:length]]
