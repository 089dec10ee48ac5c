"""The mock interview: what it consists of, and how one question follows up on another.

An interview has three lines of concept questions. Each opens with a question and follows up twice: first within the
same question, with a harder item after a right answer and an easier one after a miss; then with a question that leads
on from it (`follow_ups.yaml`, or the same topic), again harder or easier. Between the lines come one bug to find and
one or two code exercises. Verdicts wait for the end.
"""

import random
from collections.abc import Sequence

from quiz.practice.choosing import Asked, Candidate, choose
from quiz.practice.evidence import Evidence
from quiz.practice.follow_ups import lines_of_questioning, nearness
from quiz.practice.models import Entry, Session
from quiz.practice.wish import Mode, Wish

MINUTES = 45
LINE = ["opening", "deeper", "onward"]
PARTS = {
    1: [*LINE, "bug", *LINE, "code", *LINE],
    2: [*LINE, "bug", "code", *LINE, *LINE, "code"],
}
OPENERS = ("single", "multiple", "matching", "ordering", "free")


def interview(topics: tuple[str, ...], exercises: int) -> Wish:
    """What a mock interview asks for."""
    return Wish(topics, mode=Mode.MOCK, minutes=MINUTES, exercises=exercises, length=len(PARTS[exercises]))


def part_of(session: Session, position: int) -> str:
    """What the step at a position is for. Steps that come in place of withdrawn ones are openings."""
    parts = PARTS[session.exercises]
    return parts[position - 1] if position <= len(parts) else "opening"


def next_question(
    session: Session, pool: Sequence[Candidate], asked: Asked, evidence: Evidence, rng: random.Random
) -> tuple[Candidate | None, int | None]:
    """The next item of an interview, and the position of the step that it follows up on."""
    part = part_of(session, session.entries.count() + 1)
    if part in ("deeper", "onward"):
        before = _last_item(session)
        by_key = {one.key: one for one in pool}
        previous = by_key.get(before.asked.key) if before else None
        if before and previous and (chosen := _follow_up(pool, asked, previous, part, went_well(before), rng)):
            return chosen, before.position
    kinds = ("bug",) if part == "bug" else OPENERS
    fitting = [one for one in pool if one.kind in kinds and one.topic not in asked.topics]
    others = [one for one in pool if one.kind in kinds]
    chosen = choose(fitting, asked, evidence, rng) or choose(others, asked, evidence, rng)
    return chosen or choose(pool, asked, evidence, rng), None


def _last_item(session: Session) -> Entry | None:
    items = session.entries.filter(item__isnull=False).exclude(item__kind="bug")
    return items.select_related("item__question").order_by("-position").first()


def went_well(entry: Entry) -> bool:
    """Whether the answer was right; own words count as such until they are rated."""
    if not entry.draft:
        return False
    if not entry.asked.content.scored:
        return not entry.draft.get("unknown")
    return entry.ready and entry.asked.judge(entry.draft, entry.seed).outcome == "right"


def _follow_up(
    pool: Sequence[Candidate], asked: Asked, previous: Candidate, part: str, well: bool, rng: random.Random
) -> Candidate | None:
    """A harder one after a right answer, an easier one after a miss: of the same question, or of one that leads on."""
    left = [one for one in asked.left(pool) if one.kind != "bug"]
    rng.shuffle(left)
    within = [one for one in left if one.question == previous.question and (one.effort > previous.effort) == well]
    if part == "deeper" and within:
        return min(within, key=lambda one: abs(one.effort - previous.effort))
    near = nearness(previous.slug, lines_of_questioning(), forward=well)
    others = [one for one in left if one.topic == previous.topic or one.slug in near]
    others = [one for one in others if one.question != previous.question]

    def rank(one: Candidate) -> tuple[int, bool, int, int]:
        step = one.level - previous.level
        return near.get(one.slug, len(near) + 1), (step < 0) if well else (step > 0), abs(step), one.effort

    return min(others, key=rank, default=None)
