"""Template filters: `{{ text|markdown }}`, `{{ text|inline_markdown }}`, `{{ source|highlight }}`."""

from django import template
from django.utils.safestring import SafeString

from exercises import rendering

register = template.Library()


@register.filter
def markdown(text: str) -> SafeString:
    return rendering.render_markdown(text)


@register.filter
def inline_markdown(text: str) -> SafeString:
    return rendering.render_inline(text)


@register.filter
def highlight(source: str, language: str = "python") -> SafeString:
    return rendering.render_code(source, language)


@register.filter
def numbered(source: str) -> SafeString:
    return rendering.render_numbered(source)
