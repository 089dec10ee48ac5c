"""A person's days. They begin at midnight where the person is, also where clocks change."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from django.utils import timezone

from quiz.people.models import User


def day_of(user: User, moment: datetime) -> date:
    """The person's date at that moment."""
    return moment.astimezone(ZoneInfo(user.time_zone)).date()


def today(user: User) -> date:
    return day_of(user, timezone.now())


def day_begins(user: User, day: date) -> datetime:
    """The first moment of that day; where clocks skip midnight, that is the moment at which they do."""
    return datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(user.time_zone)).astimezone(UTC)
