"""What a person has been asked before, as far as it decides what to ask next."""

from collections import Counter
from dataclasses import dataclass, field
from uuid import UUID

from quiz.bank.models import LOW_RATING, Answer
from quiz.people.models import User

LATEST = 1000  # answers looked at


@dataclass
class Evidence:
    """The items that were right and those that were missed when they came last, and how often by topic."""

    right: set[UUID] = field(default_factory=set)
    missed: set[UUID] = field(default_factory=set)
    answered: Counter[str] = field(default_factory=Counter)
    misses: Counter[str] = field(default_factory=Counter)

    def need(self, topic: str) -> float:
        """The share of a topic's items that is missed: a half if nothing is known."""
        return (self.misses[topic] + 1) / (self.answered[topic] + 2)


def evidence_of(user: User) -> Evidence:
    evidence = Evidence()
    answers = Answer.objects.filter(user=user).order_by("-pk")
    rows = answers.values_list("item__key", "item__question__topic", "outcome", "response__rating")
    for key, topic, outcome, rating in rows[:LATEST]:
        if key in evidence.right or key in evidence.missed:
            continue
        right = outcome == "right" or (outcome == "rated" and (rating or 0) > LOW_RATING)
        (evidence.right if right else evidence.missed).add(key)
        evidence.answered[topic] += 1
        evidence.misses[topic] += not right
    return evidence
