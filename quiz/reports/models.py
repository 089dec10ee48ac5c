"""Reported problems: what about, what is wrong, and what became of it."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models

from exercises.models import Exercise, Submission
from quiz.bank.models import Item, Question


class Sort(models.TextChoices):
    WRONG = "wrong", "Something in it is wrong"
    UNCLEAR = "unclear", "It is unclear, or has more than one right answer"
    VERDICT = "verdict", "I think the verdict is wrong"
    SHOWN = "shown", "A typo, or it is shown badly"
    OTHER = "other", "Something else"


class State(models.TextChoices):
    OPEN = "open"
    FIXED = "fixed"
    DECLINED = "declined", "As it should be"


class Problem(models.Model):
    """One report. It is about a question (perhaps one item of it), an exercise, or a submission's verdict."""

    question = models.ForeignKey(Question, null=True, blank=True, on_delete=models.CASCADE, related_name="problems")
    item = models.ForeignKey(Item, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    exercise = models.ForeignKey(Exercise, null=True, blank=True, on_delete=models.CASCADE, related_name="problems")
    submission = models.ForeignKey(Submission, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    evidence = models.JSONField(default=dict, blank=True, help_text="The submission as it was, to replay it.")
    sort = models.CharField("what is wrong", max_length=10, choices=Sort)
    text = models.TextField(max_length=2000)
    reporter = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="problems"
    )
    state = models.CharField(max_length=10, choices=State, default=State.OPEN, db_index=True)
    note = models.TextField("what became of it", blank=True, help_text="For the other authors.")
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        return f"#{self.pk}: {self.about}"

    @property
    def about(self) -> str:
        if number := self.evidence.get("submission"):
            return f"the verdict on submission #{number} to {self.exercise}"
        return str(self.exercise or self.question)


def evidence_of(submission: Submission) -> dict[str, Any]:
    """What is needed to grade it again, even when its row is gone."""
    return {
        "submission": submission.pk,
        "framework": submission.framework,
        "device": submission.device,
        "purpose": submission.purpose,
        "verdict": submission.verdict,
        "version": submission.version.content_hash,
        "seed": submission.seed,
        "source": submission.source,
    }
