"""The last year as a drawing: one square a day, darker the more was done."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.safestring import SafeString, mark_safe

from quiz.people.days import today
from quiz.people.models import User
from quiz.progress.models import ActiveDay

WEEKS = 53
DAY = timedelta(days=1)
STEP, SQUARE, LEFT, TOP = 13, 11, 28, 18
RECTANGLE = '<rect class="level-{}" x="{}" y="{}" width="{}" height="{}" rx="2"><title>{}</title></rect>'
LEVELS = (1, 5, 15, 30)  # from how many answers and submissions on


@dataclass(frozen=True)
class Square:
    day: date
    count: int
    level: int
    x: int
    y: int

    @property
    def title(self) -> str:
        return f"{self.day.day} {self.day:%B %Y}: {self.count}"


@dataclass(frozen=True)
class Month:
    day: date
    x: int


@dataclass(frozen=True)
class Calendar:
    squares: list[Square]
    months: list[Month]
    active: int
    total: int
    by_month: list[tuple[date, int, int]]  # the first day, days with practice, things done
    width: int = LEFT + WEEKS * STEP
    height: int = TOP + 7 * STEP

    @property
    def drawn(self) -> SafeString:
        """The squares, written at once: a template would take most of the page's time. All is numbers and dates."""
        rows = (RECTANGLE.format(each.level, each.x, each.y, SQUARE, SQUARE, each.title) for each in self.squares)
        return mark_safe("".join(rows))


def calendar_of(user: User) -> Calendar:
    """The last 53 weeks up to today, each from Monday on."""
    now = today(user)
    first = now - now.weekday() * DAY - (WEEKS - 1) * 7 * DAY
    days = ActiveDay.objects.filter(user=user, day__gte=first, day__lte=now)
    counts = {row.day: row.count for row in days}
    squares = [draw(first, number, counts) for number in range((now - first).days + 1)]
    months = [Month(square.day, square.x) for square in squares if square.day.day <= 7 and square.day.weekday() == 0]
    return Calendar(squares, months, len(counts), sum(counts.values()), by_month(counts))


def draw(first: date, number: int, counts: dict[date, int]) -> Square:
    day = first + number * DAY
    count = counts.get(day, 0)
    level = sum(count >= least for least in LEVELS)
    return Square(day, count, level, LEFT + number // 7 * STEP, TOP + number % 7 * STEP)


def by_month(counts: dict[date, int]) -> list[tuple[date, int, int]]:
    """The same for those who do not see the drawing: the months in which something was done, latest first."""
    months: dict[date, list[int]] = {}
    for day, count in counts.items():
        months.setdefault(day.replace(day=1), []).append(count)
    return [(month, len(months[month]), sum(months[month])) for month in sorted(months, reverse=True)]
