from dataclasses import dataclass
from typing import Any

from django import template
from django.db.models import Count, Sum

from exercises.models import Exercise
from quiz.board.models import Award, Score
from quiz.people.models import User

register = template.Library()


@register.simple_tag
def points_of(person: User) -> int:
    """The person's points of all time."""
    score = Score.objects.filter(user=person).first()
    return score.points if score else 0


@dataclass(frozen=True)
class Solved:
    slug: str
    title: str
    frameworks: list[str]


@register.inclusion_tag("board/_record.html")
def record_of(person: User) -> dict[str, Any]:
    """What the person has points for: totals by kind, and each exercise with its frameworks."""
    awards = Award.objects.filter(user=person).order_by()
    kinds = {row["kind"]: row for row in awards.values("kind").annotate(count=Count("id"), points=Sum("points"))}
    frameworks: dict[str, list[str]] = {}
    for key in awards.filter(kind="exercise").order_by("created").values_list("key", flat=True):
        slug, _, framework = key.partition("/")
        frameworks.setdefault(slug, []).append(framework)
    titles = dict(Exercise.objects.filter(slug__in=frameworks, published=True).values_list("slug", "title"))
    solved = [Solved(slug, titles[slug], frameworks[slug]) for slug in frameworks if slug in titles]
    return {"kinds": kinds, "solved": solved, "points": sum(row["points"] for row in kinds.values())}
