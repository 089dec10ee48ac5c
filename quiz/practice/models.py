"""Quiz sessions and their entries."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from quiz.bank.answers import record_answer
from quiz.bank.items import Response
from quiz.bank.models import Answer, Item, State
from quiz.bank.presenting import new_seed
from quiz.bank.topics import TOPICS
from quiz.people.models import User

COLLECTIONS = {"fifteen": "The fifteen first questions"}


class Session(models.Model):
    """One quiz session of one person: a fixed row of items, drawn when it started."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="quiz_sessions")
    topics = models.JSONField(default=list)
    kinds = models.JSONField(default=list)
    collection = models.CharField(max_length=20, blank=True, default="")
    seed = models.PositiveBigIntegerField()
    created = models.DateTimeField(auto_now_add=True)
    finished = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-pk",)
        indexes: ClassVar = [models.Index(fields=["user", "finished"], name="sessions_of_a_person")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("practice:session", args=[self.pk])

    @property
    def title(self) -> str:
        """The name of its collection, or its topics by name."""
        if self.collection:
            return COLLECTIONS.get(self.collection, self.collection)
        return ", ".join(TOPICS.get(topic, topic) for topic in self.topics) or "All topics"

    def counted(self) -> "models.QuerySet[Entry]":
        """The entries that count: what was answered, and what still can be. A retired question leaves the session."""
        can_be_asked = Q(item__question__state=State.PUBLISHED)
        return self.entries.filter(Q(answer__isnull=False) | can_be_asked)

    def next_entry(self) -> "Entry | None":
        """What to answer next; what was skipped comes back at the end."""
        return self.counted().filter(answer=None).order_by("skips", "position").first()

    def finish(self) -> None:
        if self.finished is None:
            self.finished = timezone.now()
            self.save(update_fields=["finished"])

    @transaction.atomic
    def add(self, items: Iterable[tuple[int, int]]) -> None:
        """Makes these items (key and seed of the variant) the entries."""
        Entry.objects.bulk_create(
            Entry(session=self, item_id=item, seed=seed, position=position)
            for position, (item, seed) in enumerate(items, start=1)
        )

    def _like(self, user: User, seed: int) -> "Session":
        """A new session with the same choices, and no items yet."""
        return Session.objects.create(
            user=user, topics=self.topics, kinds=self.kinds, collection=self.collection, seed=seed
        )

    @transaction.atomic
    def again_for(self, user: User) -> "Session":
        """The same session for another person, with nothing answered: for a guest whom the browser forgot."""
        session = self._like(user, self.seed)
        session.add(self.entries.order_by("position").values_list("item_id", "seed"))
        return session

    @transaction.atomic
    def retry(self) -> "Session | None":
        """A new session with what was missed here, in fresh variants; None if there is nothing to repeat."""
        answered = self.counted().filter(answer__isnull=False).select_related("answer", "item")
        keys = [entry.item.key for entry in answered if entry.answer and entry.answer.was_missed]
        live = dict(
            Item.objects.filter(key__in=keys, live=True, question__state=State.PUBLISHED).values_list("key", "pk")
        )
        items = [(live[key], new_seed()) for key in keys if key in live]
        if not items:
            return None
        session = self._like(self.user, new_seed())
        session.add(items)
        return session


class Entry(models.Model):
    """One item in a session, with the seed of its variant; answered at most once."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="entries")
    position = models.PositiveSmallIntegerField()
    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="+")
    seed = models.PositiveBigIntegerField()
    skips = models.PositiveSmallIntegerField(default=0)
    draft = models.JSONField(default=dict)
    answer = models.OneToOneField(Answer, null=True, on_delete=models.SET_NULL, related_name="entry")

    class Meta:
        ordering = ("position",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["session", "position"], name="one_entry_at_a_position"),
            models.UniqueConstraint(fields=["session", "item"], name="no_item_twice_in_a_session"),
        ]

    def __str__(self) -> str:
        return f"{self.position} of {self.session}"

    def get_absolute_url(self) -> str:
        return reverse("practice:entry", args=[self.session_id, self.position])

    @property
    def is_withdrawn(self) -> bool:
        """Whether its question was retired before it was answered."""
        return self.answer_id is None and not self.item.question.is_published

    @transaction.atomic
    def take(self, response: Response) -> Answer:
        """The answer that counts: this one, or the one that came before it. The last one finishes the session."""
        entry = Entry.objects.select_for_update(of=("self",)).select_related("answer").get(pk=self.pk)
        if entry.answer is None:
            self.answer = record_answer(self.session.user, self.item, self.seed, response)
            Entry.objects.filter(pk=self.pk).update(answer=self.answer, draft={})
        else:
            self.answer = entry.answer
        self.answer.item = self.item
        if self.session.next_entry() is None:
            self.session.finish()
        return self.answer

    def keep(self, draft: dict[str, Any]) -> None:
        """Stores what is not an answer yet."""
        Entry.objects.filter(pk=self.pk, answer=None).update(draft=draft)
        self.draft = draft

    def skip(self) -> None:
        """Puts it off to the end of the session."""
        Entry.objects.filter(pk=self.pk, answer=None).update(skips=F("skips") + 1)
