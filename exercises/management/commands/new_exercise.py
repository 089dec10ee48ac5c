"""`manage.py new_exercise SLUG [--entry NAME] [--title TITLE]`: the folder of a new exercise, to be filled in."""

from argparse import ArgumentParser
from keyword import iskeyword
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from exercises.folder import SLUG, FolderError, write_folder
from exercises.shipped import CONTENT
from exercises.skeleton import make_skeleton

LONGEST_SLUG = 80
NEXT_STEPS = """\
{folder} is ready to be filled in:
  1. cases.py: judge by {functions}. If nnref has no such function, write it first, in nnref/numpy and nnref/torch.
  2. exercise.yaml, statement.md and both starters: what is asked. Run the example; do not invent its numbers.
  3. attempts/: two accepted solutions in each framework, written differently, and each mistake that people make as
     wrong_answer-FRAMEWORK-REASON.py, with the sentence that a learner who makes it is told as its first line.
  4. hints.md: three hints and the editorial.
Then: python manage.py check_content {slug}
"""


class Command(BaseCommand):
    help = "Make the folder of a new exercise, with every file that it needs."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slug", help="its name in addresses and its folder, such as batchnorm-forward")
        parser.add_argument(
            "--entry", action="append", metavar="NAME", help="a function that learners write (default: from the slug)"
        )
        parser.add_argument("--title", default="", help="its title (default: from the slug)")

    def handle(self, *args: Any, **options: Any) -> None:
        slug = options["slug"]
        check_slug(slug)
        entry = options["entry"] or [slug.replace("-", "_")]
        check_names(entry)
        try:
            folder = make_skeleton(slug, options["title"] or slug.replace("-", " ").capitalize(), entry)
        except FolderError as error:
            raise CommandError(str(error)) from error
        target = write_folder(folder, CONTENT)
        functions = " and ".join(f"nnref.numpy.{name}" for name in entry)
        self.stdout.write(NEXT_STEPS.format(folder=target, slug=slug, functions=functions))


def check_slug(slug: str) -> None:
    if not SLUG.fullmatch(slug) or len(slug) > LONGEST_SLUG:
        wanted = f"small letters and digits, joined by hyphens, at most {LONGEST_SLUG} in all"
        raise CommandError(f"{slug!r} cannot be the name of an exercise: it is made of {wanted}.")
    if (CONTENT / slug).exists():
        raise CommandError(f"There is already an exercise {slug}: {CONTENT / slug}")


def check_names(names: list[str]) -> None:
    for name in names:
        if not name.isidentifier() or iskeyword(name):
            raise CommandError(f"{name!r} is not a name that Python code can define: choose another one with --entry.")
    if len(set(names)) < len(names):
        raise CommandError("The same --entry is given twice.")
