"""Points: each one is recorded, with what it was given for, and counted once."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Max, Q, Sum
from django.utils import timezone

from quiz.people.models import User


def week_of(moment: datetime) -> date:
    """The Monday of that week, in UTC: a week begins at the same moment for everybody."""
    day = moment.astimezone(UTC).date()
    return day - timedelta(days=day.weekday())


def this_week() -> date:
    return week_of(timezone.now())


class Award(models.Model):
    """Points given to somebody for one thing, once."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="awards")
    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=200)
    points = models.PositiveIntegerField()
    created = models.DateTimeField(auto_now_add=True)
    week = models.DateField(default=this_week, editable=False)  # so that its board is one look into an index

    class Meta:
        ordering = ["-created"]
        constraints = [models.UniqueConstraint(fields=["user", "kind", "key"], name="awarded_once")]
        indexes = [models.Index(fields=["week", "user", "points", "created"], name="awards_by_week")]

    def __str__(self) -> str:
        return f"{self.points} for {self.kind} {self.key}"


def add_points(scores: models.QuerySet[Any], award: Award, **of: Any) -> None:
    """Add an award to its person's score, which is begun where there is none."""
    mine = scores.filter(user=award.user, **of)
    more = {"points": F("points") + award.points, "reached": award.created}
    if not mine.update(**more):
        first = scores.model(user=award.user, points=0, reached=award.created, **of)
        scores.bulk_create([first], ignore_conflicts=True)
        mine.update(**more)


class ScoreQuerySet(models.QuerySet["Score"]):
    def add(self, award: Award) -> None:
        """Add one award."""
        add_points(self, award)

    def refresh(self, user: User) -> None:
        """Set the person's score to the sum of their awards."""
        total = Award.objects.filter(user=user).aggregate(points=Sum("points"), reached=Max("created"))
        if total["points"] is None:
            self.filter(user=user).delete()
        else:
            self.update_or_create(user=user, defaults=total)


class Score(models.Model):
    """The sum of somebody's awards, kept so that the board of all times is one look into an index."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, primary_key=True)
    points = models.PositiveIntegerField()
    reached = models.DateTimeField()

    objects = ScoreQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["-points", "reached"], name="scores_by_points")]

    def __str__(self) -> str:
        return str(self.points)


class WeekScoreQuerySet(models.QuerySet["WeekScore"]):
    def refresh(self, user: User) -> None:
        """Set the person's scores of all weeks to the sums of their awards."""
        weeks = Award.objects.filter(user=user).order_by().values("week")
        sums = weeks.annotate(points=Sum("points"), reached=Max("created"))
        self.filter(user=user).delete()
        self.bulk_create(WeekScore(user=user, **each) for each in sums)

    def add(self, award: Award) -> None:
        """Add one award to its week."""
        add_points(self, award, week=award.week)


class WeekScore(models.Model):
    """The sum of somebody's awards of one week, kept so that a week's board is one look into an index."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    week = models.DateField()
    points = models.PositiveIntegerField()
    reached = models.DateTimeField()

    objects = WeekScoreQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "week"], name="one_score_a_week")]
        indexes = [models.Index(fields=["week", "-points", "reached"], name="week_scores_by_points")]

    def __str__(self) -> str:
        return f"{self.points} in the week of {self.week}"


shown_to_others = Q(user__listed=True, user__is_guest=False, user__is_active=True)
