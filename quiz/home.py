"""What the home page shows: the map of topics, the exercise to begin with, and what can be continued."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from exercises.models import Draft, Exercise, Submission
from quiz.bank.models import Answer, Item, Question, State
from quiz.bank.topics import TOPICS
from quiz.board.models import Award
from quiz.paths.entries import shipped_paths
from quiz.people.models import User
from quiz.practice.models import Session
from quiz.progress.streak import streak_of
from quiz.review.queue import queue_of

FIRST_EXERCISES = ("softmax", "artificial-neuron")  # short, known to everybody, and easy to get slightly wrong


@dataclass(frozen=True)
class Topic:
    slug: str
    name: str
    questions: int
    exercises: int
    parts: int
    right: int


def home(request: HttpRequest) -> HttpResponse:
    user = request.user
    solved = solved_slugs(user)
    context = {
        "topics": topic_map(user),
        "paths": shipped_paths(),
        "exercise": first_exercise(solved),
        "exercise_count": Exercise.objects.filter(published=True).count(),
        "solved_count": len(solved),
        "fifteen": Question.objects.published().filter(seed__isnull=False).exists(),
        "session": open_session(user),
        "written": last_written(user, solved),
    }
    if isinstance(user, User):
        context |= {"queue": queue_of(user), "streak": streak_of(user)}
    return render(request, "home.html", context)


def topic_map(user: User | AnonymousUser) -> list[Topic]:
    """The topics that have questions, with how many, and how many of their parts the person has right."""
    questions: dict[str, int] = defaultdict(int)
    exercises: dict[str, set[str]] = defaultdict(set)
    published = set(Exercise.objects.filter(published=True).values_list("slug", flat=True))
    for topic, slugs in Question.objects.published().order_by().values_list("topic", "exercises"):
        questions[topic] += 1
        exercises[topic] |= published.intersection(slugs)
    items = Item.objects.filter(live=True, question__state=State.PUBLISHED)
    parts = count_by_topic(items, "question__topic", "key")
    right = {}
    if isinstance(user, User):
        answers = Answer.objects.filter(
            user=user, outcome__in=("right", "rated"), item__question__state=State.PUBLISHED
        )
        right = count_by_topic(answers, "item__question__topic", "item__key")
    return [
        Topic(slug, name, questions[slug], len(exercises[slug]), parts.get(slug, 0), right.get(slug, 0))
        for slug, name in TOPICS.items()
        if questions[slug]
    ]


def count_by_topic(rows: QuerySet[Any], topic: str, counted: str) -> dict[str, int]:
    return dict(rows.order_by().values_list(topic).annotate(count=Count(counted, distinct=True)))


def solved_slugs(user: User | AnonymousUser) -> set[str]:
    if not isinstance(user, User):
        return set()
    keys = Award.objects.filter(user=user, kind="exercise").values_list("key", flat=True)
    return {key.partition("/")[0] for key in keys}


def first_exercise(solved: set[str]) -> Exercise | None:
    """The exercise to do next: a famous one first, then whatever is easy and not solved yet."""
    left = Exercise.objects.filter(published=True).exclude(slug__in=solved)
    famous = {exercise.slug: exercise for exercise in left.filter(slug__in=FIRST_EXERCISES)}
    for slug in FIRST_EXERCISES:
        if slug in famous:
            return famous[slug]
    return left.first()


def open_session(user: User | AnonymousUser) -> Session | None:
    return Session.objects.filter(user=user, finished=None).first() if isinstance(user, User) else None


def last_written(user: User | AnonymousUser, solved: set[str]) -> Exercise | None:
    """The exercise the person wrote for last, of those that they have not solved yet."""
    if not isinstance(user, User):
        return None
    open_ones = Exercise.objects.filter(published=True).exclude(slug__in=solved)
    draft = Draft.objects.filter(user=user, exercise__in=open_ones).order_by("-updated").first()
    sent = Submission.objects.filter(user=user, purpose="submit", exercise__in=open_ones).order_by("-created").first()
    if draft and sent:
        return draft.exercise if draft.updated > sent.created else sent.exercise
    return draft.exercise if draft else sent.exercise if sent else None
