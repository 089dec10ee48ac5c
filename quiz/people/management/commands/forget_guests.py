"""Removes guests whose browser has forgotten them, and expired sessions. For a daily timer."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils import timezone

from quiz.people.models import User


class Command(BaseCommand):
    help = "Removes guests who cannot come back because their session has ended, and expired sessions."

    def handle(self, *args: Any, **options: Any) -> None:
        ended = timezone.now() - timedelta(seconds=settings.SESSION_COOKIE_AGE)
        forgotten = User.objects.filter(is_guest=True, last_login__lt=ended)
        self.stdout.write(f"{forgotten.count()} guests forgotten.")
        forgotten.delete()
        call_command("clearsessions")
