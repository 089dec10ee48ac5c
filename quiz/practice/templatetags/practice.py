"""Filters: what a mapping holds at a key, seconds as minutes and seconds, a topic by its name."""

from collections.abc import Mapping

from django import template

from quiz.bank.topics import TOPICS

register = template.Library()


@register.filter
def at(mapping: Mapping[str, int], key: str) -> int | None:
    return mapping.get(key)


@register.filter
def clock(seconds: int | None) -> str:
    """Minutes and seconds, with hours where there are any."""
    minutes, rest = divmod(seconds or 0, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


@register.filter
def topic_name(slug: str) -> str:
    return TOPICS.get(slug, slug)
