"""Questions, their items, and what people answered."""

import hashlib
import itertools
import json
import uuid
from collections.abc import Iterable
from functools import cached_property
from typing import Any, ClassVar, cast

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from quiz.bank.items import KINDS, Judgement, Kind, Outcome, Response, read_content
from quiz.bank.topics import TOPICS, topic_position


class Difficulty(models.TextChoices):
    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


class State(models.TextChoices):
    DRAFT = "draft"
    PUBLISHED = "published"
    RETIRED = "retired"


LOW_RATING = 1  # of 0 to 3
TOPIC_ROOM = 10_000  # positions of one topic's questions


def hash_of(content: Any) -> str:
    """The hash of plain data, the same for the same data."""
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


class QuestionQuerySet(models.QuerySet["Question"]):
    def published(self) -> "QuestionQuerySet":
        return self.filter(state=State.PUBLISHED)

    def matching(self, words: str) -> "QuestionQuerySet":
        """Those in which each of the words occurs."""
        found = self
        for word in words.split()[:8]:
            found = found.filter(search_text__contains=word.casefold())
        return found


class Question(models.Model):
    """One interview question: what it is about, its explanation, and the items by which it is practised."""

    slug = models.SlugField(max_length=80, unique=True)
    title = models.CharField(max_length=200)
    topic = models.CharField(max_length=40, db_index=True)
    difficulty = models.CharField(max_length=10, choices=Difficulty, default=Difficulty.MEDIUM)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT, db_index=True)
    catalogue = models.CharField("catalogue number", max_length=10, blank=True)
    seed = models.PositiveSmallIntegerField("one of the fifteen", null=True, blank=True)
    explanation = models.TextField(blank=True)
    sources = models.JSONField(default=list, blank=True)
    exercises = models.JSONField(default=list, blank=True)
    tags = models.JSONField(default=list, blank=True)
    shipped = models.BooleanField(default=False, editable=False)
    position = models.PositiveIntegerField(default=0, editable=False, db_index=True)
    content_hash = models.CharField(max_length=64, blank=True, editable=False)
    search_text = models.TextField(blank=True, editable=False)
    created = models.DateTimeField(auto_now_add=True)
    updated = models.DateTimeField(auto_now=True)

    history = HistoricalRecords(excluded_fields=["search_text", "position"])
    objects = QuestionQuerySet.as_manager()

    class Meta:
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("bank:question", args=[self.slug])

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self.shipped:  # after the shipped ones of its topic
            self.position = TOPIC_ROOM * (topic_position(self.topic) + 1) - 1
        super().save(*args, **kwargs)

    @property
    def topic_name(self) -> str:
        return TOPICS.get(self.topic, self.topic)

    @property
    def is_published(self) -> bool:
        return self.state == State.PUBLISHED

    def live_items(self) -> "models.QuerySet[Item]":
        return self.items.filter(live=True)

    def unpublishable(self) -> list[str]:
        """What is missing before it can be published, as sentences."""
        missing = {
            "It has no item yet.": not self.live_items().exists(),
            "It has no explanation.": not self.explanation.strip(),
            "It names no source.": not self.sources,
        }
        return [sentence for sentence, holds in missing.items() if holds]

    def was_answered(self) -> bool:
        return Answer.objects.filter(item__question=self).exists()

    @transaction.atomic
    def copy(self) -> "Question":
        """A draft of the same content that authors may edit."""
        copy = Question(state=State.DRAFT, slug=self._free_slug())
        for field in ("title", "topic", "difficulty", "explanation", "sources", "exercises", "tags"):
            setattr(copy, field, getattr(self, field))
        copy.save()
        copy.set_items([(item.name, item.body) for item in self.live_items()])
        copy.index()
        return copy

    def _free_slug(self) -> str:
        stem = f"{self.slug[:70]}-copy"
        taken = set(Question.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
        numbered = (stem if number == 1 else f"{stem}-{number}" for number in itertools.count(1))
        return next(slug for slug in numbered if slug not in taken)

    def index(self) -> None:
        """Stores the words by which it is found."""
        texts = [item.content.searchable() for item in self.live_items()]
        words = [self.title, self.slug, self.topic_name, self.catalogue, *self.tags, *texts]
        self.search_text = "\n".join(words).casefold()
        Question.objects.filter(pk=self.pk).update(search_text=self.search_text)  # no entry in the history

    @transaction.atomic
    def set_items(self, contents: Iterable[tuple[str, dict[str, Any]]]) -> None:
        """Makes these (name and content) the items, in this order. An item is the same as before by its name."""
        before = {item.name: item for item in self.live_items()}
        for position, (name, content) in enumerate(contents):
            if (item := before.pop(name, None)) is None:
                self.add_item(content, name, position)
            else:
                item.change(content).move_to(position)
        for item in before.values():
            item.retire()

    def add_item(self, content: dict[str, Any], name: str = "", position: int | None = None) -> "Item":
        """A new item, at the end unless a position is given. One that had this name before lives on in it."""
        number = self.items.count()
        earlier = self.items.filter(name=name).first() if name else None
        return Item.objects.create(
            question=self,
            key=earlier.key if earlier else uuid.uuid4(),
            name=name or f"item-{number + 1}",
            position=number if position is None else position,
            kind=content["kind"],
            body=content,
            content_hash=hash_of(content),
        )


class Item(models.Model):
    """One thing to answer. Its content never changes: a change makes a new row with the same key and name."""

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="items")
    key = models.UUIDField(default=uuid.uuid4, db_index=True)
    name = models.SlugField(max_length=40)
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=20)
    body = models.JSONField()
    content_hash = models.CharField(max_length=64)
    live = models.BooleanField(default=True)
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("position", "pk")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["key"], condition=Q(live=True), name="one_live_version_of_an_item"),
            models.UniqueConstraint(fields=["question", "name"], condition=Q(live=True), name="one_item_of_a_name"),
        ]

    def __str__(self) -> str:
        return f"{self.question.slug}/{self.name}"

    @cached_property
    def content(self) -> Kind:
        return read_content(self.body, stored=True)

    @property
    def label(self) -> str:
        return KINDS[self.kind].label

    @property
    def template(self) -> str:
        return f"bank/items/{self.kind}.html"

    def judge(self, response: Response, seed: int) -> Judgement:
        """What the response is worth; “I don't know” is an answer, and a wrong one."""
        if response.get("unknown"):
            return Judgement("unknown", 0.0 if self.content.scored else None)
        return self.content.judge(response, seed)

    def move_to(self, position: int) -> None:
        if self.position != position:
            self.position = position
            self.save(update_fields=["position"])

    @transaction.atomic
    def change(self, content: dict[str, Any]) -> "Item":
        """The item with new content; answers and sessions keep the row that they were about."""
        if hash_of(content) == self.content_hash:
            return self
        self.retire()
        return Item.objects.create(
            question=self.question,
            key=self.key,
            name=self.name,
            position=self.position,
            kind=content["kind"],
            body=content,
            content_hash=hash_of(content),
        )

    def retire(self) -> None:
        """Takes it out of new sessions."""
        self.live = False
        self.save(update_fields=["live"])


class Answer(models.Model):
    """One answer of one person to one item, with what it was worth at the time."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="answers")
    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="answers")
    seed = models.PositiveBigIntegerField()
    response = models.JSONField()
    outcome = models.CharField(max_length=10)
    score = models.FloatField(null=True)
    seconds = models.FloatField(null=True)
    again = models.BooleanField("not the first one", default=False)
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-pk",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["user", "item", "seed"], name="one_answer_to_one_showing_of_an_item")
        ]

    def __str__(self) -> str:
        return f"{self.item}: {self.outcome}"

    @property
    def is_right(self) -> bool:
        return self.outcome == "right"

    @property
    def was_missed(self) -> bool:
        """Whether the item is worth another try: not right, not known, or rated low by the person."""
        if self.outcome == "rated":
            return bool(self.response["rating"] <= LOW_RATING)
        return not self.is_right

    @cached_property
    def judgement(self) -> Judgement:
        """What it was worth when it was given, with the reason in words if that is still the same."""
        now = self.item.judge(self.response, self.seed)
        return now if now.outcome == self.outcome else Judgement(cast(Outcome, self.outcome), self.score)
