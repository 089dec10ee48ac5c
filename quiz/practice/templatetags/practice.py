"""`{{ mapping|at:key }}`: what a mapping holds at a key, or nothing."""

from collections.abc import Mapping

from django import template

register = template.Library()


@register.filter
def at(mapping: Mapping[str, int], key: str) -> int | None:
    return mapping.get(key)
