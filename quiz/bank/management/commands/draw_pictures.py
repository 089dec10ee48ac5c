"""Draws the pictures of the questions into files, which the site shows."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from quiz.bank.figures import DRAWN, INDEX
from quiz.bank.pictures import PICTURES


def files() -> dict[str, str]:
    """All files as they should be, by name."""
    questions = sorted({slug for picture in PICTURES.values() for slug in picture.questions})
    index = {
        slug: [
            {"picture": picture.name, "caption": picture.caption}
            for picture in PICTURES.values()
            if slug in picture.questions
        ]
        for slug in questions
    }
    drawn = {f"{picture.name}.svg": picture.svg() for picture in PICTURES.values()}
    return drawn | {INDEX: json.dumps(index, indent=1, ensure_ascii=False) + "\n"}


class Command(BaseCommand):
    help = __doc__ or ""
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="change nothing; fail if the files say otherwise")

    def handle(self, *args: Any, check: bool, **options: Any) -> None:
        wanted = files()
        found = {path.name: path.read_text(encoding="utf-8") for path in DRAWN.iterdir()} if DRAWN.is_dir() else {}
        if check and wanted != found:
            raise CommandError(f"{DRAWN.name}/ is not what is drawn now: run `manage.py draw_pictures`")
        if not check:
            DRAWN.mkdir(exist_ok=True)
            for name in set(found) - set(wanted):
                (DRAWN / name).unlink()
            for name, text in wanted.items():
                (DRAWN / name).write_text(text, encoding="utf-8")
        self.stdout.write(f"{len(PICTURES)} pictures are as they are drawn.")
