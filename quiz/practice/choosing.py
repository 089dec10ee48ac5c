"""Which item comes next.

The rule, from the first reason to the last:

1. Nothing comes twice in a session: no item, and no generator of numbers.
2. By turns something that the person missed when it came last, and something that they have never been asked; what
   they had right comes last.
3. One item of each question before a second one of any.
4. The difficulty follows how it goes: up after two right in a row, down after a miss.
5. Topics in which the person misses more come more often.
6. Chance, from the session's seed.
"""

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from quiz.bank.models import Item
from quiz.practice.evidence import Evidence
from quiz.practice.wish import Wish

LEVELS = ("easy", "medium", "hard")
EFFORT = {"single": 0, "multiple": 1, "matching": 1, "ordering": 1, "bug": 2, "predict": 2, "numeric": 2, "fill": 2}


@dataclass(frozen=True)
class Candidate:
    """An item that may be asked."""

    item: int
    key: UUID
    kind: str
    question: int
    slug: str
    topic: str
    difficulty: str
    collected: int | None
    generator: str | None

    @property
    def level(self) -> int:
        return LEVELS.index(self.difficulty)

    @property
    def effort(self) -> int:
        """How much its kind asks for: to recognise an answer is easier than to find it, to explain is hardest."""
        return EFFORT.get(self.kind, 3)


def pool_of(wish: Wish) -> list[Candidate]:
    """All that may be asked, in the order in which it is learned."""
    rows = Item.objects.filter(wish.allowed).order_by("question__position", "pk")
    question = ("question_id", "question__slug", "question__topic", "question__difficulty", "question__seed")
    return [Candidate(*row) for row in rows.values_list("pk", "key", "kind", *question, "body__generator")]


@dataclass
class Asked:
    """What the session has asked so far, and how it went."""

    keys: set[UUID] = field(default_factory=set)
    generators: set[str] = field(default_factory=set)
    questions: Counter[int] = field(default_factory=Counter)
    topics: Counter[str] = field(default_factory=Counter)
    went: list[bool] = field(default_factory=list)  # right or not, of those that are judged

    def __len__(self) -> int:
        return len(self.keys)

    def add(self, candidate: Candidate) -> None:
        self.keys.add(candidate.key)
        if candidate.generator:
            self.generators.add(candidate.generator)
        self.questions[candidate.question] += 1
        self.topics[candidate.topic] += 1

    def left(self, pool: Iterable[Candidate]) -> list[Candidate]:
        """What is not a repetition."""
        return [one for one in pool if one.key not in self.keys and one.generator not in self.generators]

    @property
    def level(self) -> int:
        """The difficulty that fits: medium to begin with."""
        level, run = 1, 0
        for right in self.went:
            run = run + 1 if right else 0
            if not right:
                level = max(0, level - 1)
            elif run == 2:
                level, run = min(2, level + 1), 0
        return level


def choose(pool: Sequence[Candidate], asked: Asked, evidence: Evidence, rng: random.Random) -> Candidate | None:
    """The best candidate by the rule above; None if there is nothing left."""
    left = asked.left(pool)
    rng.shuffle(left)
    level = asked.level
    turn_of_the_missed = len(asked) % 2 == 0

    def rank(one: Candidate) -> tuple[int, int, float]:
        tier = 2 if one.key in evidence.right else int((one.key in evidence.missed) != turn_of_the_missed)
        often = evidence.need(one.topic) / (1 + asked.topics[one.topic])
        return tier, asked.questions[one.question], abs(one.level - level) / 2 - often

    return min(left, key=rank, default=None)
