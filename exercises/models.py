"""Exercises and their versions, what people submit to them, and what they have in the making."""

import secrets
from datetime import timedelta
from functools import cached_property
from typing import Any, ClassVar, Self

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db import models
from django.urls import reverse
from django.utils import timezone

from exercises.folder import Folder, make_folder
from exercises.literals import numbers
from exercises.topics import FRAMEWORKS, TOPICS

AnyUser = AbstractBaseUser | AnonymousUser
RUN_LIFE = timedelta(hours=1)
LATER_TASK = "exercises.tasks.record_later"  # which a grading worker tells what it finds out after the verdict


class Difficulty(models.TextChoices):
    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


class Framework(models.TextChoices):
    NUMPY = "numpy", "NumPy"
    TORCH = "torch", "PyTorch"


class Device(models.TextChoices):
    """What a solution computes on; the grader's names."""

    CPU = "cpu", "CPU"
    CUDA = "cuda", "GPU"


class Purpose(models.TextChoices):
    SUBMIT = "submit"
    RUN = "run"
    TRY = "try"


class Shared(models.TextChoices):
    """How an accepted solution is shown to others who have solved the exercise."""

    NOT = "", "Not shared"
    ANONYMOUS = "anonymous", "Without my name"
    NAMED = "named", "With my name"


class ExerciseQuerySet(models.QuerySet["Exercise"]):
    def published(self) -> Self:
        return self.filter(published=True, version__isnull=False)

    def matching(self, words: str) -> Self:
        """Those in whose text each of the words occurs."""
        found = self
        for word in words.split():
            found = found.filter(search_text__icontains=word)
        return found


class Exercise(models.Model):
    slug = models.SlugField(unique=True, max_length=80)
    title = models.CharField(max_length=120)
    topic = models.CharField(max_length=40)
    difficulty = models.CharField(max_length=10, choices=Difficulty.choices)
    summary = models.CharField(max_length=300)
    frameworks = models.JSONField(default=list)
    seed = models.JSONField(default=list, help_text="The seed questions that it belongs to.")
    search_text = models.TextField(blank=True)
    position = models.PositiveIntegerField(default=0, help_text="Its place in the list.")
    shipped = models.BooleanField(default=True, help_text="Comes with Backpass and is kept as it is in its folder.")
    published = models.BooleanField(default=True)
    version = models.ForeignKey(
        "ExerciseVersion", null=True, blank=True, on_delete=models.PROTECT, related_name="current_of"
    )

    objects: ClassVar[models.Manager["Exercise"]] = ExerciseQuerySet.as_manager()

    class Meta:
        ordering = ("position", "slug")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("exercises:workbench", args=[self.slug])

    @property
    def topic_name(self) -> str:
        return TOPICS.get(self.topic, self.topic)

    @property
    def framework_names(self) -> list[str]:
        return [FRAMEWORKS[framework] for framework in self.frameworks]

    @property
    def folder(self) -> Folder:
        assert self.version is not None, "only exercises with a version are shown"
        return self.version.folder


class ExerciseVersion(models.Model):
    """The files of an exercise as they were once; never changed, so that each verdict can be repeated."""

    exercise = models.ForeignKey(Exercise, on_delete=models.CASCADE, related_name="versions")
    content_hash = models.CharField(max_length=64)
    files = models.JSONField()
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("exercise", "content_hash"), name="version_stored_once"),)

    def __str__(self) -> str:
        return f"{self.exercise.slug} {self.content_hash[:8]}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None and not kwargs.get("force_insert"):
            raise ValueError("a version is never changed: store another one")
        super().save(*args, **kwargs)

    @cached_property
    def folder(self) -> Folder:
        return make_folder(self.exercise.slug, self.files)


class SubmissionQuerySet(models.QuerySet["Submission"]):
    def of(self, user: AnyUser) -> Self:
        return self.filter(user_id=user.pk) if user.pk else self.none()

    def visible_to(self, user: AnyUser) -> Self:
        """Those of the person; staff see all."""
        return self.all() if getattr(user, "is_staff", False) else self.of(user)

    def recorded(self) -> Self:
        """What counts: submitted, not only run."""
        return self.filter(purpose=Purpose.SUBMIT)

    def passing(self) -> Self:
        """Runs and tries: they are shown once and forgotten."""
        return self.exclude(purpose=Purpose.SUBMIT)

    def waiting(self) -> Self:
        return self.filter(verdict="")

    def judged(self) -> Self:
        return self.exclude(verdict="")

    def accepted(self) -> Self:
        return self.recorded().filter(verdict="accepted")


def new_attempt() -> str:
    return secrets.token_hex(8)


class Submission(models.Model):
    """One source to grade. The row is the queue: without a verdict it waits, whatever became of any message."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="submissions")
    exercise = models.ForeignKey(Exercise, on_delete=models.CASCADE, related_name="submissions")
    version = models.ForeignKey(ExerciseVersion, on_delete=models.PROTECT)
    framework = models.CharField(max_length=10, choices=Framework.choices)
    device = models.CharField(max_length=10, choices=Device.choices, default=Device.CPU)
    purpose = models.CharField(max_length=10, choices=Purpose.choices, default=Purpose.SUBMIT)
    source = models.TextField()
    inputs = models.JSONField(null=True, help_text="A person's own input, by argument.")
    shared = models.CharField(max_length=10, choices=Shared.choices, default=Shared.NOT, blank=True)
    seed = models.BigIntegerField(null=True, help_text="The inputs are drawn with it.")
    verdict = models.CharField(max_length=20, blank=True)
    report = models.JSONField(null=True)
    attempt = models.CharField(max_length=16, default=new_attempt, help_text="Only its report counts.")
    tries = models.PositiveSmallIntegerField(default=0, help_text="How often it was given to the graders.")
    sent = models.DateTimeField(null=True)
    created = models.DateTimeField(default=timezone.now)
    finished = models.DateTimeField(null=True)

    objects: ClassVar[models.Manager["Submission"]] = SubmissionQuerySet.as_manager()

    class Meta:
        ordering = ("-created", "-pk")
        indexes = (
            models.Index(fields=("user", "exercise", "-created"), name="submission_history"),
            models.Index(fields=("created",), condition=models.Q(verdict=""), name="submission_waiting"),
            models.Index(fields=("created",), condition=~models.Q(purpose="submit"), name="submission_passing"),
            models.Index(
                fields=("exercise", "framework", "-created"), condition=~models.Q(shared=""), name="submission_shared"
            ),
        )

    def __str__(self) -> str:
        return f"#{self.pk} {self.exercise.slug} {self.framework} {self.verdict or 'waiting'}"

    def get_absolute_url(self) -> str:
        return reverse("exercises:submission", args=[self.pk])

    @property
    def variant(self) -> str:
        """`PyTorch`, or `PyTorch on a GPU`."""
        name = FRAMEWORKS[self.framework]
        return name if self.device == Device.CPU else f"{name} on a {Device(self.device).label}"

    @property
    def waiting(self) -> bool:
        return not self.verdict

    @property
    def is_run(self) -> bool:
        """Whether it is shown once and forgotten."""
        return self.purpose != Purpose.SUBMIT

    @property
    def is_try(self) -> bool:
        return self.purpose == Purpose.TRY

    def job(self) -> dict[str, Any]:
        """What a grading worker needs to know, by value."""
        return {
            "id": str(self.pk),
            "attempt": self.attempt,
            "exercise": self.exercise.slug,
            "version": self.version.content_hash,
            "files": self.version.files,
            "framework": self.framework,
            "device": str(self.device),
            "source": self.source,
            "seed": self.seed,
            "purpose": self.purpose,
            "inputs": numbers(self.inputs),
            "handed_in": self.created.timestamp(),
            "later": LATER_TASK,
            "timed": self.purpose == Purpose.SUBMIT and self.device == Device.CPU,
        }


class DraftQuerySet(models.QuerySet["Draft"]):
    def of(self, user: AnyUser) -> Self:
        return self.filter(user_id=user.pk) if user.pk else self.none()


class Draft(models.Model):
    """What a person has written and not submitted, one for each exercise and framework."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="drafts")
    exercise = models.ForeignKey(Exercise, on_delete=models.CASCADE, related_name="drafts")
    framework = models.CharField(max_length=10, choices=Framework.choices)
    device = models.CharField(max_length=10, choices=Device.choices, default=Device.CPU)
    source = models.TextField(blank=True)
    updated = models.DateTimeField(auto_now=True)

    objects: ClassVar[models.Manager["Draft"]] = DraftQuerySet.as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("user", "exercise", "framework"), name="one_draft"),)

    def __str__(self) -> str:
        return f"{self.exercise.slug} {self.framework}"

    @property
    def moment(self) -> int:
        """When it was saved, in milliseconds: what a page tells the server that it has seen."""
        return int(self.updated.timestamp() * 1000)


class Help(models.Model):
    """How much help a person has taken with an exercise."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    exercise = models.ForeignKey(Exercise, on_delete=models.CASCADE, related_name="+")
    hints = models.PositiveSmallIntegerField(default=0)
    gave_up = models.BooleanField(default=False)
    updated = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("user", "exercise"), name="one_help"),)

    def __str__(self) -> str:
        return f"{self.exercise.slug}: {self.hints} hints"
