"""`manage.py load_content`: brings the shipped exercises and questions into the database; safe to run again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from exercises.folder import FolderError
from exercises.loading import load_exercises
from exercises.models import Exercise
from quiz.bank.loading import ContentError, load_questions
from quiz.bank.models import Question
from quiz.paths.entries import PathError, check_slugs, shipped_paths

ROOT = Path(__file__).resolve().parents[3]


class Command(BaseCommand):
    help = "Load exercises/content and quiz/bank/content into the database (idempotent)."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            exercises = load_exercises(ROOT / "exercises" / "content")
            questions = load_questions(ROOT / "quiz" / "bank" / "content")
            check_slugs(shipped_paths(), {"exercise": slugs(Exercise), "question": slugs(Question)})
        except (FolderError, ContentError, PathError) as error:
            raise CommandError(str(error)) from error
        if options["verbosity"]:
            self.stdout.write(f"Exercises: {exercises}. Questions: {questions}.")


def slugs(model: type[Exercise] | type[Question]) -> set[str]:
    return set(model._default_manager.values_list("slug", flat=True))
