"""`manage.py export_content DIR`: writes the current exercises of the database as folders."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from exercises.folder import write_folder
from exercises.models import Exercise


class Command(BaseCommand):
    help = "Write every exercise as a folder into DIR, which load_content can read again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("directory", type=Path, metavar="DIR")

    def handle(self, *args: Any, **options: Any) -> None:
        directory: Path = options["directory"]
        if directory.exists() and (not directory.is_dir() or any(directory.iterdir())):
            raise CommandError(f"{directory} is there already and is not an empty folder.")
        exercises = list(Exercise.objects.published().select_related("version"))
        for exercise in exercises:
            write_folder(exercise.folder, directory)
        self.stdout.write(f"{len(exercises)} exercises written to {directory}.")
