"""The days on which people practised, and how much."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models


class ActiveDay(models.Model):
    """What one person did on one day, by the date where they were then: moving to another zone changes no past day."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="active_days")
    day = models.DateField()
    answers = models.PositiveIntegerField(default=0)
    submissions = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("-day",)
        constraints: ClassVar = [models.UniqueConstraint(fields=["user", "day"], name="one_row_for_a_day")]

    def __str__(self) -> str:
        return f"{self.day}: {self.count}"

    @property
    def count(self) -> int:
        return self.answers + self.submissions

    def absorb(self, other: Self) -> None:
        """Become the one day of two people who turned out to be one."""
        self.answers += other.answers
        self.submissions += other.submissions
        self.save()
