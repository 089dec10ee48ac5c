"""What is done when the server starts, before anybody asks."""

from pathlib import Path

from django.conf import settings
from django.template import engines

from quiz.warming import compile_templates


def test_every_template_of_the_site_is_read_ahead():
    [cache] = engines["django"].engine.template_loaders
    cache.reset()

    read = compile_templates()

    written = {
        str(path).partition("/templates/")[2]
        for folder in ("quiz", "exercises")
        for path in Path(settings.ROOT / folder).rglob("templates/**/*.html")
    }
    assert set(read) == written
    assert written <= set(cache.get_template_cache)
