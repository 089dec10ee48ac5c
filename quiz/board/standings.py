"""Who stands where: this week, and of all time."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import F, QuerySet

from quiz.board.models import Score, WeekScore, shown_to_others
from quiz.people.models import User

SHOWN = 50


@dataclass(frozen=True)
class Row:
    rank: int
    name: str
    points: int
    mine: bool


@dataclass(frozen=True)
class Standings:
    rows: list[Row]
    mine: Row | None  # the viewer's own row, where it is not among the rows


def totals(week: date | None) -> QuerySet[Any, dict[str, Any]]:
    """Each person's points of the week that begins then, or of all time."""
    scores: QuerySet[Any, Any] = Score.objects.all() if week is None else WeekScore.objects.filter(week=week)
    return scores.values("user_id", "user__username", "user__nickname", total=F("points"), last=F("reached"))


def standings(viewer: User | AnonymousUser, week: date | None = None) -> Standings:
    """The best, in order; equal points share a rank."""
    board = totals(week).filter(shown_to_others).order_by("-total", "last", "user_id")
    rows: list[Row] = []
    for place, entry in enumerate(board[:SHOWN], start=1):
        tied = bool(rows) and rows[-1].points == entry["total"]
        rows.append(make_row(entry, rows[-1].rank if tied else place, viewer))
    own = None if any(row.mine for row in rows) else totals(week).filter(user_id=viewer.pk).order_by("user_id").first()
    if own is None:
        return Standings(rows, None)
    ahead = board.exclude(user_id=viewer.pk).filter(total__gt=own["total"]).count()
    return Standings(rows, make_row(own, ahead + 1, viewer))


def make_row(entry: dict[str, Any], rank: int, viewer: User | AnonymousUser) -> Row:
    name = entry["user__nickname"] or entry["user__username"]
    return Row(rank, name, entry["total"], mine=entry["user_id"] == viewer.pk)
