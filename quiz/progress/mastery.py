"""How far a person is with each topic, from what they have shown.

Each question and each exercise of a topic is worth from 0 to 1: the share of it that was done right, times the chance
that it is still remembered today. The mastery of a topic is the mean of all of them; what was never tried counts as 0.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Count
from django.utils import timezone

from exercises.models import Exercise
from quiz.bank.models import Answer, Item, Question, State
from quiz.bank.topics import TOPICS
from quiz.board.models import Award
from quiz.people.days import today
from quiz.people.models import User
from quiz.review.memory import recall
from quiz.review.models import AHEAD, Card, Kind

STRONG, GOOD = 0.8, 0.5
NEAREST = {  # topics that only exercises have, and the one in the bank that they belong to
    "activations": "activations-and-losses",
    "losses": "activations-and-losses",
    "backpropagation": "training",
    "normalisation": "regularisation",
}


@dataclass
class Topic:
    """One topic with its evidence."""

    slug: str
    name: str
    worth: float = 0.0
    questions: int = 0
    seen: int = 0
    exercises: int = 0
    solved: int = 0
    due: int = 0
    unsolved: list[Exercise] = field(default_factory=list)

    @property
    def mastery(self) -> float:
        things = self.questions + self.exercises
        return self.worth / things if things else 0.0

    @property
    def percent(self) -> int:
        return round(100 * self.mastery)

    @property
    def word(self) -> str:
        if self.mastery >= STRONG:
            return "strong"
        if self.mastery >= GOOD:
            return "good"
        return "begun" if self.seen or self.solved else "new"

    @property
    def unseen(self) -> int:
        return self.questions - self.seen

    @property
    def next_exercise(self) -> Exercise | None:
        return self.unsolved[0] if self.unsolved else None


def topics_of(user: User) -> list[Topic]:
    """All topics that have something to practise, in the order in which they are learned."""
    topics = {slug: Topic(slug, name) for slug, name in TOPICS.items()}
    cards = cards_of(user)
    count_questions(user, topics, cards)
    count_exercises(user, topics, cards)
    return [topic for topic in topics.values() if topic.questions or topic.exercises]


def weakest(topics: list[Topic]) -> list[Topic]:
    """What was begun and is known least comes first, then what is new, in the order in which it is learned."""
    return sorted(topics, key=lambda topic: (topic.word == "new", topic.mastery))


def cards_of(user: User) -> dict[tuple[str, int], Card]:
    """The person's cards by what they ask for."""
    cards = Card.objects.filter(user=user).exclude(kind=Kind.MISTAKE)
    return {(card.kind, card.question_id or card.exercise_id or 0): card for card in cards}


def count_questions(user: User, topics: dict[str, Topic], cards: dict[tuple[str, int], Card]) -> None:
    now, day = timezone.now(), today(user)
    answers = Answer.objects.filter(user=user, outcome__in=("right", "rated"))
    right = count_by_question(answers, "item__question", "item__key")
    items = count_by_question(Item.objects.filter(live=True, question__state=State.PUBLISHED), "question", "key")
    for pk, slug in Question.objects.published().order_by().values_list("pk", "topic"):
        topic, card = topics[slug], cards.get((Kind.QUESTION, pk))
        topic.questions += 1
        if card is not None and card.times:
            share = min(1.0, right.get(pk, 0) / items[pk]) if items.get(pk) else 0.0
            topic.seen += 1
            topic.worth += share * recall(card.memory, day)
        topic.due += is_due(card, now)


def count_by_question(rows: Any, question: str, counted: str) -> dict[int, int]:
    return dict(rows.order_by().values_list(question).annotate(count=Count(counted, distinct=True)))


def count_exercises(user: User, topics: dict[str, Topic], cards: dict[tuple[str, int], Card]) -> None:
    now, day = timezone.now(), today(user)
    keys = Award.objects.filter(user=user, kind="exercise").values_list("key", flat=True)
    solved = {key.partition("/")[0] for key in keys}
    for exercise in Exercise.objects.published().defer("search_text"):
        topic, card = topics[NEAREST.get(exercise.topic, exercise.topic)], cards.get((Kind.EXERCISE, exercise.pk))
        topic.exercises += 1
        if exercise.slug in solved:
            topic.solved += 1
            topic.worth += recall(card.memory, day) if card and card.times else 1.0
        else:
            topic.unsolved.append(exercise)
        topic.due += is_due(card, now)


def is_due(card: Card | None, now: datetime) -> bool:
    return card is not None and card.due <= now + AHEAD
