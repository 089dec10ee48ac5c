"""Where the shipped exercises lie."""

from pathlib import Path

CONTENT = Path(__file__).parent / "content"


def known_slugs() -> list[str]:
    return sorted(path.name for path in CONTENT.iterdir() if (path / "exercise.yaml").is_file())
