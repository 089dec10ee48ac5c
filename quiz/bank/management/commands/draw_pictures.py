"""Draws the pictures of the questions into files, which the site shows."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from quiz.bank.figures import DRAWN
from quiz.bank.pictures import PICTURES
from quiz.bank.pictures.files import picture_files


class Command(BaseCommand):
    help = __doc__ or ""
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="change nothing; fail if the files say otherwise")

    def handle(self, *args: Any, check: bool, **options: Any) -> None:
        wanted = picture_files()
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
