"""Cards: what a person is asked again, and each time that they were."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, ClassVar, Self

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from exercises.models import Exercise, Submission
from quiz.bank.models import Answer, Question, State
from quiz.people.days import day_begins, day_of
from quiz.people.models import User
from quiz.review.memory import Memory, Phase, Rating, review

DAY = timedelta(days=1)
USUAL_LIMIT = 20  # cards a day
AHEAD = timedelta(minutes=20)  # what comes back within this time is asked in the same sitting


class Plan(models.Model):
    """How much somebody wants to review, and how well they want to remember."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="review_plan")
    daily_limit = models.PositiveSmallIntegerField(
        "cards a day",
        default=USUAL_LIMIT,
        validators=[MinValueValidator(1), MaxValueValidator(200)],
        help_text="From 1 to 200. What is left over waits for the next day.",
    )
    retention = models.PositiveSmallIntegerField(
        "to remember, in %",
        default=90,
        validators=[MinValueValidator(70), MaxValueValidator(97)],
        help_text="From 70 to 97. More of it means more reviews: 95 % takes about twice as many as 90 %.",
    )

    def __str__(self) -> str:
        return f"{self.daily_limit} a day, {self.retention} %"

    @classmethod
    def of(cls, user: User) -> "Plan":
        """The person's plan, or the usual one, not saved."""
        return cls.objects.filter(user=user).first() or cls(user=user)


@dataclass(frozen=True)
class Subject:
    """What a card asks for: a question, an exercise, or a mistake that was made in an exercise."""

    question: Question | None = None
    exercise: Exercise | None = None
    mistake: str = ""

    @property
    def kind(self) -> "Kind":
        if self.question:
            return Kind.QUESTION
        return Kind.MISTAKE if self.mistake else Kind.EXERCISE

    @property
    def key(self) -> str:
        thing = self.question or self.exercise
        assert thing is not None
        return f"{self.kind}-{thing.pk}" + (f"-{self.mistake}" if self.mistake else "")


class Kind(models.TextChoices):
    QUESTION = "question"
    EXERCISE = "exercise"
    MISTAKE = "mistake"


class CardQuerySet(models.QuerySet["Card"]):
    def live(self) -> Self:
        """Those that can be asked now: a retired question's card sleeps until it is published again."""
        return self.filter(Q(question__state=State.PUBLISHED) | Q(question=None, exercise__published=True))

    def due(self, now: datetime) -> Self:
        return self.filter(due__lte=now + AHEAD)

    def about(self, user: User, subject: Subject, due: datetime | None = None, **more: Any) -> "Card":
        """The person's card for it, locked, made where there is none yet."""
        facts = {"kind": subject.kind, "question": subject.question, "exercise": subject.exercise}
        defaults = facts | {"mistake": subject.mistake, "due": due or timezone.now()} | more
        locked = self.select_for_update(of=("self",))
        card, _ = locked.get_or_create(user=user, key=subject.key, defaults=defaults)
        card.user = user
        return card


class Card(models.Model):
    """One thing that one person is to remember. Its memory follows from its reviews, and is told from them."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="cards")
    key = models.CharField(max_length=200, editable=False)
    kind = models.CharField(max_length=10, choices=Kind)
    question = models.ForeignKey(Question, null=True, on_delete=models.CASCADE, related_name="+")
    exercise = models.ForeignKey(Exercise, null=True, on_delete=models.CASCADE, related_name="+")
    mistake = models.CharField(max_length=120, blank=True)
    framework = models.CharField(max_length=10, blank=True)
    sentence = models.TextField("the mistake in words", blank=True)
    due = models.DateTimeField()
    phase = models.PositiveSmallIntegerField(choices=Phase, default=Phase.LEARNING)
    step = models.PositiveSmallIntegerField(null=True, default=0)
    stability = models.FloatField(null=True)
    difficulty = models.FloatField(null=True)
    last_day = models.DateField(null=True)
    times = models.PositiveIntegerField("times reviewed", default=0)
    created = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[CardQuerySet] = CardQuerySet.as_manager()  # type: ignore[assignment]  # a manager of its own

    class Meta:
        ordering = ("due", "pk")
        constraints: ClassVar = [models.UniqueConstraint(fields=["user", "key"], name="one_card_for_a_thing")]
        indexes: ClassVar = [models.Index(fields=["user", "due"], name="cards_by_due")]

    def __str__(self) -> str:
        return self.key

    @property
    def memory(self) -> Memory:
        return Memory(self.phase, self.step, self.stability, self.difficulty, self.last_day)

    @memory.setter
    def memory(self, memory: Memory) -> None:
        self.phase, self.step = memory.phase, memory.step
        self.stability, self.difficulty, self.last_day = memory.stability, memory.difficulty, memory.last_day

    @property
    def topic(self) -> str:
        thing = self.question or self.exercise
        return thing.topic if thing else ""

    @transaction.atomic(savepoint=False)
    def review(
        self, rating: int, *, answer: Answer | None = None, submission: Submission | None = None, **facts: Any
    ) -> "Review":
        """Store what happened and when to ask again, for a card that is locked. An answer or submission counts once."""
        if self.times and (stored := self.reviews.filter(same(answer, submission)).first()):
            return stored
        made = Review(card=self, user=self.user, answer=answer, submission=submission, rating=rating, **facts)
        made.at = facts.get("at") or timezone.now()
        made.day, made.suggested = day_of(self.user, made.at), rating
        made.due_before = self.due if self.times else None
        made.mature = self.phase == Phase.KNOWN and self.last_day is not None and self.last_day < made.day
        made.save()
        self.remember(made, self.user)
        self.times += 1
        self.save()
        return made

    def remember(self, review_: "Review", user: User) -> None:
        """Take the review into account: memory, and when it is due."""
        self.memory, wait = review(self.memory, review_.rating, review_.day, review_.retention / 100)
        self.due = due_after(user, review_.at, wait)

    def tell_again(self) -> None:
        """Set the memory to what the reviews say."""
        self.memory, self.times = Memory(), 0
        for stored in self.reviews.order_by("at", "pk"):
            self.remember(stored, self.user)
            self.times += 1
        self.save()

    def ask_by(self, moment: datetime) -> None:
        """Have it asked at that moment, unless it is due earlier."""
        if self.due > moment:
            self.due = moment
            self.save(update_fields=["due"])

    def put_off(self, moment: datetime) -> None:
        self.due = max(self.due, moment)
        self.save(update_fields=["due"])

    @transaction.atomic
    def absorb(self, other: Self) -> None:
        """Become the one card of two people who turned out to be one: the reviews of both count, in their order."""
        waiting = [card.due for card in (self, other) if not card.times]
        other.reviews.update(card=self)
        self.tell_again()
        if waiting:
            self.ask_by(min(waiting))


def same(answer: Answer | None, submission: Submission | None) -> Q:
    """Reviews by this answer or this submission."""
    return Q(answer=answer, answer__isnull=False) | Q(submission=submission, submission__isnull=False)


def due_after(user: User, moment: datetime, wait: timedelta) -> datetime:
    """When to ask again: after minutes to the minute, after days from the beginning of that day on."""
    return moment + wait if wait < DAY else day_begins(user, day_of(user, moment) + wait)


class Review(models.Model):
    """One time that a card was asked: what happened, and the rating that it counts with."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="reviews")
    card = models.ForeignKey(Card, on_delete=models.CASCADE, related_name="reviews")
    at = models.DateTimeField()
    day = models.DateField(help_text="The date where the person was.")
    rating = models.PositiveSmallIntegerField(choices=Rating)
    suggested = models.PositiveSmallIntegerField(choices=Rating, help_text="What followed from what happened.")
    reason = models.CharField(max_length=120, blank=True)
    retention = models.PositiveSmallIntegerField(default=90, help_text="What was wanted then, in %.")
    mature = models.BooleanField(default=False, help_text="Known before, and last asked on an earlier day.")
    seconds = models.FloatField(null=True)
    due_before = models.DateTimeField(null=True)
    answer = models.ForeignKey(Answer, null=True, on_delete=models.SET_NULL, related_name="+")
    submission = models.ForeignKey(Submission, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ("-at", "-pk")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["card", "answer"], name="an_answer_counts_once"),
            models.UniqueConstraint(fields=["card", "submission"], name="a_submission_counts_once"),
        ]
        indexes: ClassVar = [models.Index(fields=["user", "day"], name="reviews_by_day")]

    def __str__(self) -> str:
        return f"{self.card}: {self.get_rating_display()}"

    @property
    def is_last(self) -> bool:
        return self.card.reviews.order_by("-at", "-pk").values_list("pk", flat=True).first() == self.pk

    @transaction.atomic
    def rate(self, rating: int) -> None:
        """Count it with another rating."""
        if self.rating != rating:
            self.rating = rating
            self.save(update_fields=["rating"])
            self.card.tell_again()

    @transaction.atomic
    def take_back(self) -> Card:
        """Forget it, also where the same answer counts for another card: they are as they were before."""
        for other in Review.objects.filter(answer=self.answer_id, answer__isnull=False).exclude(pk=self.pk):
            other.forget()
        return self.forget()

    def forget(self) -> Card:
        card, due = self.card, self.due_before
        self.delete()
        card.tell_again()
        card.due = due or timezone.now()
        card.save(update_fields=["due"])
        return card

    def waits(self) -> dict[int, timedelta]:
        """How long the card would wait with each rating."""
        memory = Memory()
        for stored in earlier(self):
            memory, _ = review(memory, stored.rating, stored.day, stored.retention / 100)
        return {rating: review(memory, rating, self.day, self.retention / 100)[1] for rating in Rating.values}


def earlier(of: Review) -> Iterable[Review]:
    """The reviews of the same card before this one, oldest first."""
    before = Q(at__lt=of.at) | Q(at=of.at, pk__lt=of.pk)
    return of.card.reviews.filter(before).order_by("at", "pk")


def start_of_tomorrow(user: User, now: datetime) -> datetime:
    return day_begins(user, day_of(user, now) + DAY)
