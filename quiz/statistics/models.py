"""The figures of each item, and how far the answers have been read."""

from typing import Any, ClassVar

from django.db import models

from quiz.bank.models import Item


class ItemStatistics(models.Model):
    """What the answers to one item add up to. The sums are what is kept; the figures follow from them."""

    item = models.OneToOneField(Item, on_delete=models.CASCADE, primary_key=True, related_name="statistics")
    sums = models.JSONField(default=dict, editable=False)
    attempts = models.PositiveIntegerField("answers", default=0, db_index=True)
    people = models.PositiveIntegerField("first answers", default=0)
    success = models.FloatField(null=True, help_text="The mean score of first answers, from 0 to 1.")
    discrimination = models.FloatField(null=True, help_text="Between -1 and 1: do those who know more get it right?")
    median_seconds = models.FloatField("median time", null=True)
    findings = models.JSONField(default=list)
    suspicious = models.BooleanField(default=False, db_index=True)
    updated = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = verbose_name_plural = "item statistics"
        ordering: ClassVar = ["-suspicious", "-attempts"]

    def __str__(self) -> str:
        return str(self.item)

    @property
    def picks(self) -> dict[str, int]:
        """How often each thing was chosen."""
        picks: dict[str, Any] = self.sums.get("picks", {})
        return picks


class ReadUpTo(models.Model):
    """The last answer that the figures know of: one row."""

    answer = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return f"answer {self.answer}"
