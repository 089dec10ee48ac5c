"""What the first visitors would wait for, done when the server starts."""

from pathlib import Path

from django.conf import settings
from django.template import engines

from quiz.search import current


def warm() -> None:
    compile_templates()
    current.warm()


def compile_templates() -> list[str]:
    """Read all templates of the site into the cache of their loader; return their names."""
    engine = engines["django"]
    ours = (settings.ROOT / "quiz", settings.ROOT / "exercises")
    folders = [folder for folder in map(Path, engine.template_dirs) if any(map(folder.is_relative_to, ours))]
    names = [str(path.relative_to(folder)) for folder in folders for path in sorted(folder.rglob("*.html"))]
    for name in names:
        engine.get_template(name)
    return names
