"""Tags of the page frame: `{% icon "check" %}`, `{% nav_link "exercises:list" "Exercises" %}`."""

from django import template
from django.http import HttpRequest
from django.template.context import Context
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def icon(name: str) -> SafeString:
    """The icon, as decoration: the word beside it carries the meaning."""
    sprite = static("site/icons.svg")
    return format_html('<svg class="icon" aria-hidden="true"><use href="{}#{}"></use></svg>', sprite, name)


@register.simple_tag(takes_context=True)
def nav_link(context: Context, url_name: str, label: str) -> SafeString:
    """A link of the main navigation, marked where the page is within it."""
    address = reverse(url_name)
    request: HttpRequest | None = context.get("request")
    within = request is not None and request.path.startswith(address)
    here = (
        format_html(' aria-current="{}"', "page" if request and request.path == address else "true") if within else ""
    )
    return format_html('<a href="{}"{}>{}</a>', address, here, label)
