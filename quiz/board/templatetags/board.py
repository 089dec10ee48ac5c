from typing import Any

from django import template
from django.db.models import Count, Sum

from quiz.board.models import Award, Score
from quiz.people.models import User

register = template.Library()


@register.simple_tag
def points_of(person: User) -> int:
    """The person's points of all time."""
    score = Score.objects.filter(user=person).first()
    return score.points if score else 0


@register.inclusion_tag("board/_record.html")
def record_of(person: User) -> dict[str, Any]:
    """What the person has points for: totals by kind, and each exercise with its frameworks."""
    awards = Award.objects.filter(user=person).order_by()
    kinds = {row["kind"]: row for row in awards.values("kind").annotate(count=Count("id"), points=Sum("points"))}
    exercises: dict[str, list[str]] = {}
    for key in awards.filter(kind="exercise").order_by("created").values_list("key", flat=True):
        slug, _, framework = key.partition("/")
        exercises.setdefault(slug, []).append(framework)
    return {"kinds": kinds, "exercises": exercises, "points": sum(row["points"] for row in kinds.values())}
