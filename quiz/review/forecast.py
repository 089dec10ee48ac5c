"""How many reviews the coming days bring, and how much is remembered at reviews."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Q

from quiz.people.days import day_begins, day_of, today
from quiz.people.models import User
from quiz.review.memory import Rating
from quiz.review.models import DAY, Card, Review

DAYS = 14
HEIGHT, WIDTH, BAR, BASE = 120, 420, 22, 96  # of the drawing
SPAN = timedelta(days=90)
ENOUGH = 10  # reviews; a share of fewer says little


@dataclass(frozen=True)
class Bar:
    """One day of the drawing."""

    day: date
    count: int
    x: float
    y: float
    height: float
    middle: float
    labelled: bool


@dataclass(frozen=True)
class Forecast:
    bars: list[Bar]
    tomorrow: int
    total: int
    next_day: date | None  # the next one that has any
    next_count: int


def forecast(user: User) -> Forecast:
    """What becomes due on each of the coming days; what is late already counts for today."""
    first = today(user)
    ends = day_begins(user, first + DAYS * DAY)
    dues = Card.objects.filter(user=user, due__lt=ends).live().order_by().values_list("due", flat=True)
    counts = Counter(max(first, day_of(user, due)) for due in dues)
    days = [first + number * DAY for number in range(DAYS)]
    following = next((day for day in days[1:] if counts[day]), None)
    next_count = counts[following] if following else 0
    return Forecast(draw(days, counts), counts[first + DAY], sum(counts.values()), following, next_count)


def draw(days: list[date], counts: Counter[date]) -> list[Bar]:
    most = max([counts[day] for day in days] + [1])
    step = WIDTH / len(days)
    bars = []
    for number, day in enumerate(days):
        height = round((BASE - 16) * counts[day] / most, 1)
        x = round(number * step + (step - BAR) / 2, 1)
        middle = round(x + BAR / 2, 1)
        bars.append(Bar(day, counts[day], x, BASE - height, height, middle, labelled=number % 2 == 0))
    return bars


@dataclass(frozen=True)
class Retention:
    """The share of reviews of known cards at which they were remembered."""

    reviews: int
    remembered: int
    wanted: int

    @property
    def enough(self) -> bool:
        return self.reviews >= ENOUGH

    @property
    def percent(self) -> int:
        return round(100 * self.remembered / self.reviews) if self.reviews else 0


def retention(user: User, wanted: int) -> Retention:
    since = today(user) - SPAN
    known = Review.objects.filter(user=user, day__gte=since, mature=True).order_by()
    row = known.aggregate(reviews=Count("pk"), remembered=Count("pk", filter=Q(rating__gt=Rating.AGAIN)))
    return Retention(row["reviews"], row["remembered"], wanted)
