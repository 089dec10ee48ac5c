"""How many days somebody has kept going, with one free day a week."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from quiz.people.days import today
from quiz.people.models import User
from quiz.progress.models import ActiveDay

DAY = timedelta(days=1)
MEMORY = timedelta(days=3660)


@dataclass(frozen=True)
class Streak:
    """Days of practice without a gap of more than the free days; `today` says whether today already counts."""

    days: int
    today: bool
    free_left: bool  # whether this week's free day is still there


def streak_of(user: User) -> Streak:
    now = today(user)
    days = ActiveDay.objects.filter(user=user, day__gte=now - MEMORY, day__lte=now + DAY)
    return streak(set(days.values_list("day", flat=True)), now)


def streak(days: Collection[date], now: date) -> Streak:
    """Counts back from today. A day without practice is free if its week, from Monday on, has no other such day.

    Today is not over, so it is not missed yet.
    """
    counted, day = 0, now
    free: dict[date, date] = {}  # the missed day of each week, by its Monday
    if not days:
        return Streak(0, today=False, free_left=True)
    first = min(days)
    while day >= first:
        week = day - day.weekday() * DAY
        if day in days:
            counted += 1
        elif day != now and free.setdefault(week, day) != day:
            break
        day -= DAY
    this_week = now - now.weekday() * DAY
    missed = [this_week + number * DAY for number in range(now.weekday()) if this_week + number * DAY not in days]
    return Streak(counted, today=now in days, free_left=not missed)
