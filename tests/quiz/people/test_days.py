from datetime import UTC, date, datetime

import pytest

from quiz.people.days import day_begins, day_of
from quiz.people.models import User


@pytest.mark.parametrize(
    ("zone", "day", "begins"),
    [
        ("UTC", date(2026, 3, 29), datetime(2026, 3, 29, tzinfo=UTC)),
        ("Europe/Vienna", date(2026, 3, 29), datetime(2026, 3, 28, 23, tzinfo=UTC)),
        ("Europe/Vienna", date(2026, 3, 30), datetime(2026, 3, 29, 22, tzinfo=UTC)),
        ("Asia/Kathmandu", date(2026, 1, 1), datetime(2025, 12, 31, 18, 15, tzinfo=UTC)),
        ("Africa/Cairo", date(2026, 4, 24), datetime(2026, 4, 23, 22, tzinfo=UTC)),  # clocks skip midnight
        ("America/Havana", date(2026, 11, 1), datetime(2026, 11, 1, 4, tzinfo=UTC)),  # midnight comes twice
    ],
)
def test_a_day_begins_at_local_midnight(zone, day, begins):
    person = User(time_zone=zone)
    assert day_begins(person, day) == begins
    assert day_of(person, begins) == day
