"""Practice sessions and their steps."""

import hashlib
from collections.abc import Iterable
from datetime import timedelta
from typing import Any, ClassVar

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Max, Q
from django.urls import reverse
from django.utils import timezone

from exercises.models import Exercise, Submission
from quiz.bank.models import Answer, Item, State
from quiz.bank.presenting import SEEDS, new_seed
from quiz.bank.topics import TOPICS
from quiz.people.models import User
from quiz.practice.wish import Mode, Wish

COLLECTIONS = {"fifteen": "The fifteen first questions"}
GRACE = timedelta(seconds=5)  # for what was sent in time and took a while to arrive


def variant(session_seed: int, key: object) -> int:
    """The seed of an item's variant in a session: the same for the same session seed, another for another one."""
    return int.from_bytes(hashlib.sha256(f"{session_seed}/{key}".encode()).digest()[:8]) % SEEDS


class Session(models.Model):
    """One session of one person. Its seed and the items' keys say which variants it asks."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="quiz_sessions")
    mode = models.CharField(max_length=10, choices=Mode, default=Mode.PRACTICE)
    topics = models.JSONField(default=list)
    kinds = models.JSONField(default=list)
    difficulties = models.JSONField(default=list)
    collection = models.CharField(max_length=20, blank=True, default="")
    length = models.PositiveSmallIntegerField(default=0)
    exercises = models.PositiveSmallIntegerField(default=0)
    ahead = models.BooleanField(default=False)  # all steps were drawn when it started
    minutes = models.PositiveSmallIntegerField(null=True)
    seed = models.PositiveBigIntegerField(db_index=True)
    created = models.DateTimeField(default=timezone.now)
    deadline = models.DateTimeField(null=True)
    finished = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-pk",)
        indexes: ClassVar = [models.Index(fields=["user", "finished"], name="sessions_of_a_person")]
        constraints: ClassVar = [models.UniqueConstraint(fields=["user", "seed"], name="a_seed_once_for_a_person")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("practice:session", args=[self.pk])

    @property
    def title(self) -> str:
        """What it is about: its collection, or its topics by name."""
        if self.collection:
            return COLLECTIONS.get(self.collection, self.collection)
        topics = ", ".join(TOPICS.get(topic, topic) for topic in self.topics) or "All topics"
        return topics if self.mode == Mode.PRACTICE else f"{self.get_mode_display()}: {topics}"

    @property
    def wish(self) -> Wish:
        return Wish(
            topics=tuple(self.topics),
            kinds=tuple(self.kinds),
            length=self.length,
            collection=self.collection,
            difficulties=tuple(self.difficulties),
            mode=self.mode,
            minutes=self.minutes,
            exercises=self.exercises,
        )

    @classmethod
    def begin(cls, user: User, wish: Wish, seed: int) -> "Session":
        """A new session without any step. Its clock starts now."""
        now = timezone.now()
        deadline = now + timedelta(minutes=wish.minutes) if wish.minutes else None
        return cls.objects.create(user=user, seed=seed, created=now, deadline=deadline, **wish.fields())

    @property
    def is_silent(self) -> bool:
        """Whether right and wrong are told at its end only."""
        return self.mode != Mode.PRACTICE

    @property
    def is_mock(self) -> bool:
        return self.mode == Mode.MOCK

    @property
    def is_closed(self) -> bool:
        """Whether nothing more is taken. An untimed practice session may be gone on with after it was finished."""
        return self.finished is not None and (self.is_silent or self.deadline is not None)

    @property
    def tells(self) -> bool:
        """Whether verdicts may be shown."""
        return not self.is_silent or self.finished is not None

    @property
    def is_over(self) -> bool:
        """Whether its time has run out."""
        return self.deadline is not None and timezone.now() >= self.deadline

    @property
    def seconds_left(self) -> int | None:
        """By the server's clock; None without a limit."""
        if self.deadline is None:
            return None
        return max(0, round((self.deadline - timezone.now()).total_seconds()))

    def locked(self) -> "Session":
        """The row as it is now, which nobody else changes until the transaction ends."""
        return Session.objects.select_for_update(of=("self",)).select_related("user").get(pk=self.pk)

    def counted(self) -> "models.QuerySet[Entry]":
        """The steps that count: what was settled, and what still can be. A retired question leaves the session."""
        can_be_asked = Q(item__question__state=State.PUBLISHED) | Q(exercise__published=True)
        return self.entries.filter(Q(settled__isnull=False) | can_be_asked)

    def next_entry(self) -> "Entry | None":
        """What to answer next of the steps that there are; what was skipped comes back at the end."""
        return self.counted().filter(settled=None).order_by("skips", "position").first()

    def wants_more(self) -> bool:
        """Whether steps are still to be drawn."""
        return not self.ahead and self.finished is None and self.counted().count() < self.length

    def append(self, *, item: Item | int | None = None, key: object = "", **fields: Any) -> "Entry":
        """A new step at the end; an item comes with its key, which makes the variant."""
        last = self.entries.aggregate(last=Max("position"))["last"] or 0
        number = item.pk if isinstance(item, Item) else item
        seed = variant(self.seed, key)
        return Entry.objects.create(session=self, position=last + 1, item_id=number, seed=seed, **fields)

    @transaction.atomic
    def add(self, items: Iterable[tuple[int, int]]) -> None:
        """Makes these items (key and seed of the variant) all of its steps."""
        entries = [
            Entry(session=self, item_id=item, seed=seed, position=position)
            for position, (item, seed) in enumerate(items, start=1)
        ]
        Entry.objects.bulk_create(entries)
        self.drawn_ahead(len(entries))

    def drawn_ahead(self, length: int) -> None:
        """Notes that nothing more is to be drawn."""
        self.length, self.ahead = length, True
        self.save(update_fields=["length", "ahead"])

    @transaction.atomic
    def copy_for(self, user: User) -> "Session":
        """The same steps with the same numbers for somebody, with nothing answered and all the time."""
        copy = Session.begin(user, self.wish, self.seed)
        names = ("position", "item_id", "exercise_id", "seed", "follows")
        steps = self.counted().order_by("position").values(*names)
        copy.drawn_ahead(len(Entry.objects.bulk_create(Entry(session=copy, **step) for step in steps)))
        return copy

    @transaction.atomic
    def again_for(self, user: User) -> "Session":
        """This session for a guest whom the browser forgot: with the time and the steps that are left."""
        copy = self.copy_for(user)
        copy.deadline, copy.length, copy.ahead = self.deadline, self.length, self.ahead
        copy.save(update_fields=["deadline", "length", "ahead"])
        return copy

    @transaction.atomic
    def retry(self) -> "Session | None":
        """A new session with what was missed here, in fresh variants; None if there is nothing to repeat."""
        rows = self.counted().filter(item__isnull=False).select_related("answer", "item")
        keys = [entry.item.key for entry in rows if entry.item and entry.was_missed]
        live = dict(
            Item.objects.filter(key__in=keys, live=True, question__state=State.PUBLISHED).values_list("key", "pk")
        )
        if not live:
            return None
        wish = Wish(tuple(self.topics), tuple(self.kinds), collection=self.collection)
        session = Session.begin(self.user, wish, new_session_seed())
        session.add((live[key], variant(session.seed, key)) for key in keys if key in live)
        return session


def new_session_seed() -> int:
    """A seed that no other session has, and that nobody guesses: it is what a session is shared by."""
    return (new_seed() << 20) | (new_seed() >> 11)


class Entry(models.Model):
    """One step of a session: an item, with the seed of its variant, or an exercise. Settled at most once."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="entries")
    position = models.PositiveSmallIntegerField()
    item = models.ForeignKey(Item, null=True, on_delete=models.CASCADE, related_name="+")
    exercise = models.ForeignKey(Exercise, null=True, on_delete=models.CASCADE, related_name="+")
    follows = models.PositiveSmallIntegerField(null=True)  # the position of the step that it follows up on
    seed = models.PositiveBigIntegerField()
    skips = models.PositiveSmallIntegerField(default=0)
    draft = models.JSONField(default=dict)
    ready = models.BooleanField(default=False)  # the draft is a whole answer
    writer = models.CharField(max_length=16, blank=True, default="")  # the form that sent the draft, and its how
    turn = models.PositiveIntegerField(default=0)  # manyeth sending it was: what comes late is not newer
    opened = models.DateTimeField(null=True)
    settled = models.DateTimeField(null=True)
    answer = models.OneToOneField(Answer, null=True, on_delete=models.SET_NULL, related_name="entry")
    submission = models.ForeignKey(Submission, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ("position",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["session", "position"], name="one_entry_at_a_position"),
            models.UniqueConstraint(fields=["session", "item"], name="no_item_twice_in_a_session"),
            models.UniqueConstraint(fields=["session", "exercise"], name="no_exercise_twice_in_a_session"),
            models.CheckConstraint(
                condition=Q(item__isnull=True) ^ Q(exercise__isnull=True), name="an_item_or_an_exercise"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.position} of {self.session}"

    def get_absolute_url(self) -> str:
        return reverse("practice:entry", args=[self.session_id, self.position])

    @property
    def asked(self) -> Item:
        """The item of a step that is one."""
        assert self.item is not None, "a code exercise has no item"
        return self.item

    @property
    def is_withdrawn(self) -> bool:
        """Whether its question was retired, or its exercise taken back, before it was settled."""
        if self.settled is not None:
            return False
        if self.exercise is not None:
            return not self.exercise.published
        return not self.asked.question.is_published

    @property
    def was_missed(self) -> bool:
        """Whether it is worth another try: answered so, or not answered in a session that takes nothing more."""
        if self.answer is not None:
            return self.answer.was_missed
        return self.session.is_closed and self.item is not None and self.item.content.scored

    @property
    def seconds(self) -> int | None:
        """From the first look to the answer, or until now; breaks are counted in."""
        if self.opened is None:
            return None
        return max(0, round(((self.settled or timezone.now()) - self.opened).total_seconds()))

    def open(self) -> None:
        """Notes the first look at it."""
        if self.opened is None:
            self.opened = timezone.now()
            Entry.objects.filter(pk=self.pk, opened=None).update(opened=self.opened)

    def skip(self) -> None:
        """Puts it off to the end of the session."""
        Entry.objects.filter(pk=self.pk, settled=None).update(skips=F("skips") + 1)
