"""Starts sessions, and draws their steps: all at once for an exam, one by one where each depends on the one before."""

import random
from collections.abc import Sequence
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from quiz.people.models import User
from quiz.practice.choosing import Asked, Candidate, choose, pool_of
from quiz.practice.evidence import Evidence, evidence_of
from quiz.practice.exercise_steps import choose_exercise
from quiz.practice.interview import next_question, part_of
from quiz.practice.models import Entry, Session, new_session_seed
from quiz.practice.wish import EVERY, Mode, Wish

DOUBLE_CLICK = timedelta(seconds=5)


@transaction.atomic
def start_session(user: User, wish: Wish) -> Session | None:
    """A new session; None if there is nothing to ask.

    A second click on the button finds the session that the first one made.
    """
    User.objects.select_for_update().get(pk=user.pk)  # one start at a time for each person
    if started := just_started(user, wish):
        return started
    session = Session.begin(user, wish, new_session_seed())
    if wish.collection:
        draw_collection(session)
    else:
        draw(session, session.length if wish.mode == Mode.EXAM else 1)
    if not session.entries.exists():
        session.delete()
        return None
    return session


def just_started(user: User, wish: Wish) -> Session | None:
    """The same session, started a moment ago and not yet answered."""
    since = timezone.now() - DOUBLE_CLICK
    latest = Session.objects.filter(user=user, created__gte=since, finished=None).first()
    if latest is None or not wish.same_as(latest.wish):
        return None
    return None if latest.entries.filter(settled__isnull=False).exists() else latest


def next_step(session: Session) -> Entry | None:
    """What to do next: a step that is open, a new one, or one that was skipped. None if nothing is left."""
    upcoming = session.next_entry()
    if (upcoming is not None and not upcoming.skips) or session.finished is not None:
        return upcoming
    with transaction.atomic():
        locked = session.locked()
        if (upcoming := locked.next_entry()) is None or upcoming.skips:
            if locked.wants_more():
                draw(locked)
            upcoming = locked.next_entry()
    session.length, session.ahead = locked.length, locked.ahead
    return upcoming


def draw(session: Session, count: int = 1) -> None:
    """Adds the next step, or as many; a session with nothing left to ask becomes shorter."""
    pool = pool_of(session.wish)
    evidence = evidence_of(session.user)
    asked = asked_in(session)
    drawn = (_draw_exercise(session) or _draw_item(session, pool, asked, evidence) for _ in range(count))
    if not all(drawn) or session.mode == Mode.EXAM:
        session.drawn_ahead(session.counted().count())


def _draw_exercise(session: Session) -> bool:
    """Adds a code exercise where it is one's turn; whether there was one."""
    position = session.entries.count() + 1
    if not session.exercises or session.entries.filter(exercise__isnull=False).count() >= session.exercises:
        return False
    if part_of(session, position) != "code" if session.is_mock else position % EVERY:
        return False
    exercise = choose_exercise(session, random.Random(f"{session.seed}/{position}"))
    if exercise is None:
        return False
    session.append(exercise=exercise)
    return True


def _draw_item(session: Session, pool: Sequence[Candidate], asked: Asked, evidence: Evidence) -> bool:
    """Adds an item; whether one was left."""
    rng = random.Random(f"{session.seed}/{len(asked)}")
    follows = None
    if session.is_mock:
        chosen, follows = next_question(session, pool, asked, evidence, rng)
    else:
        chosen = choose(pool, asked, evidence, rng)
    if chosen is None:
        return False
    session.append(item=chosen.item, key=chosen.key, follows=follows)
    asked.add(chosen)
    return True


def asked_in(session: Session) -> Asked:
    """What the session has asked so far. How it went is known where it was judged."""
    asked = Asked()
    rows = session.entries.filter(item__isnull=False).order_by("position")
    item = ("item__key", "item__question", "item__question__topic", "item__body__generator")
    for key, question, topic, generator, outcome in rows.values_list(*item, "answer__outcome"):
        asked.keys.add(key)
        asked.questions[question] += 1
        asked.topics[topic] += 1
        if generator:
            asked.generators.add(generator)
        if outcome in ("right", "partly", "wrong", "unknown"):
            asked.went.append(outcome == "right")
    return asked


def draw_collection(session: Session) -> None:
    """One item of each question of a collection, in their order: what was not right yet, if there is such an item."""
    pool = pool_of(session.wish)
    right = evidence_of(session.user).right
    random.Random(session.seed).shuffle(pool)
    pool.sort(key=lambda one: one.key in right)
    firsts: dict[int, Candidate] = {}
    for one in pool:
        if one.collected is not None:
            firsts.setdefault(one.collected, one)
    for number in sorted(firsts):
        session.append(item=firsts[number].item, key=firsts[number].key)
    session.drawn_ahead(len(firsts))
