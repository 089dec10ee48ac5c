"""`{% figures_of question as figures %}`: the figures of a question's items, by the items' keys."""

from django import template

from quiz.bank.models import Question
from quiz.statistics.models import ItemStatistics

register = template.Library()


@register.simple_tag
def figures_of(question: Question) -> dict[int, ItemStatistics]:
    return {row.pk: row for row in ItemStatistics.objects.filter(item__question=question, item__live=True)}


@register.filter
def at(figures: dict[int, ItemStatistics], key: int) -> ItemStatistics | None:
    return figures.get(key)


@register.filter
def percent(share: float | None) -> str:
    return f"{share:.0%}" if isinstance(share, float) else "–"


@register.filter
def two_places(number: float | None) -> str:
    return f"{number:.2f}" if isinstance(number, float) else "–"
