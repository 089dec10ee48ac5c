"""`manage.py update_statistics`: brings the figures of items up to date now, or computes them all anew."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from quiz.statistics.models import ItemStatistics, ReadUpTo
from quiz.statistics.updating import update_statistics


class Command(BaseCommand):
    help = "Bring the figures of items up to date with the answers."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--anew", action="store_true", help="forget the figures and read all answers again")

    def handle(self, *args: Any, anew: bool, **options: Any) -> None:
        if anew:
            with transaction.atomic():
                ReadUpTo.objects.all().delete()
                ItemStatistics.objects.all().delete()
        self.stdout.write(f"{update_statistics()} answers read, {ItemStatistics.objects.count()} items have figures.")
