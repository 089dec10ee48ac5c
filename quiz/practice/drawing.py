"""Draws the items of a new session."""

import random
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from quiz.bank.items import KINDS
from quiz.bank.models import Answer, Item, State
from quiz.bank.presenting import SEEDS, new_seed
from quiz.people.models import User
from quiz.practice.models import Session

LENGTHS = (5, 10, 20, 40)
LENGTH = 10  # unless another one is chosen
DOUBLE_CLICK = timedelta(seconds=5)
CHECKED = [name for name, kind in KINDS.items() if kind.scored]


@dataclass(frozen=True)
class Wish:
    """What to practise: topics and kinds of items (none given: all), or a collection of questions."""

    topics: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    length: int = LENGTH
    collection: str = ""

    @property
    def allowed(self) -> Q:
        """The items that may be asked."""
        allowed = Q(live=True, question__state=State.PUBLISHED)
        if self.collection:
            return allowed & Q(question__seed__isnull=False, kind__in=CHECKED)
        if self.topics:
            allowed &= Q(question__topic__in=self.topics)
        return allowed & Q(kind__in=self.kinds) if self.kinds else allowed

    def fits(self, session: Session) -> bool:
        """Whether the session was started with the same wish."""
        chosen = (tuple(session.topics), tuple(session.kinds), session.collection)
        return chosen == (self.topics, self.kinds, self.collection)


def start_session(user: User, wish: Wish) -> Session | None:
    """A new session; None if there is nothing to ask.

    A second click on the button finds the session that the first one made.
    """
    if started := just_started(user, wish):
        return started
    seed = new_seed()
    items = draw_items(user, wish, seed)
    if not items:
        return None
    variants = random.Random(seed)
    session = Session.objects.create(
        user=user, topics=wish.topics, kinds=wish.kinds, collection=wish.collection, seed=seed
    )
    session.add((item, variants.randrange(SEEDS)) for item in items)
    return session


def just_started(user: User, wish: Wish) -> Session | None:
    """The same session, started a moment ago and not yet answered."""
    since = timezone.now() - DOUBLE_CLICK
    latest = Session.objects.filter(user=user, created__gte=since, finished=None).first()
    if latest is None or not wish.fits(latest):
        return None
    return None if latest.entries.filter(answer__isnull=False).exists() else latest


def draw_items(user: User, wish: Wish, seed: int) -> list[int]:
    """The keys of the items to ask; the same seed draws the same from the same bank.

    First what this person has not had right yet, and one item of each question before a second one of any. A
    collection asks one item of each of its questions, in their order.
    """
    rows = list(
        Item.objects.filter(wish.allowed)
        .order_by("question__position", "pk")
        .values_list("pk", "key", "question_id", "question__seed")
    )
    right = set(Answer.objects.filter(user=user, outcome="right").values_list("item__key", flat=True))
    random.Random(seed).shuffle(rows)
    rows.sort(key=lambda row: row[1] in right)
    if wish.collection:
        return _one_of_each((number, item) for item, _, _, number in rows if number is not None)
    nth: Counter[int] = Counter()
    ranked = []
    for item, key, question, _ in rows:
        ranked.append((key in right, nth[question], item))
        nth[question] += 1
    ranked.sort(key=lambda rank: rank[:2])
    return [item for *_, item in ranked[: wish.length]]


def _one_of_each(numbered: Iterable[tuple[int, int]]) -> list[int]:
    """The first item of each number, in the order of the numbers."""
    firsts: dict[int, int] = {}
    for number, item in numbered:
        firsts.setdefault(number, item)
    return [firsts[number] for number in sorted(firsts)]
