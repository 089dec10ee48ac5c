from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from quiz.bank.answers import record_answer
from quiz.bank.items import UNKNOWN
from quiz.people.guests import merge
from quiz.progress.models import ActiveDay
from quiz.progress.streak import streak, streak_of

WEDNESDAY = date(2026, 3, 4)
DAY = timedelta(days=1)


def days(*back):
    return {WEDNESDAY - number * DAY for number in back}


@pytest.mark.parametrize(
    ("active", "expected"),
    [
        (days(), 0),
        (days(0), 1),
        (days(1), 1),
        (days(0, 1, 2), 3),
        (days(0, 2), 2),  # Tuesday was this week's free day
        (days(0, 3), 1),  # Monday and Tuesday were missed
        (days(1, 2, 4), 3),  # Saturday is missed, the free day of last week
        (days(0, 1, 2, 3, 5, 6, 7, 8, 9), 9),
        (days(0, 1, 2, 3, 5, 6, 8, 9), 6),  # Saturday and Wednesday of last week
        (days(0, 1, 2, 3, 6, 7), 4),  # two days missed in last week: Friday and Saturday
        (days(2), 1),
        (days(3), 0),
        (set(), 0),
    ],
)
def test_days_are_counted_with_one_free_day_a_week(active, expected):
    assert streak(active, WEDNESDAY).days == expected


def test_today_is_not_missed_before_it_is_over():
    shown = streak(days(1, 2), WEDNESDAY)
    assert (shown.days, shown.today, shown.free_left) == (2, False, True)


def test_the_free_day_of_this_week_can_be_used_up():
    assert not streak(days(0, 2), WEDNESDAY).free_left


def test_a_year_without_a_gap():
    assert streak(days(*range(366)), WEDNESDAY).days == 366


@pytest.fixture
def at(monkeypatch):
    def set_clock(*moment):
        now = datetime(*moment, tzinfo=UTC)
        monkeypatch.setattr(timezone, "now", lambda: now)

    return set_clock


def test_a_day_is_the_persons_own(make_question, learner, at):
    item = make_question().live_items().first()
    learner.time_zone = "America/New_York"
    at(2026, 3, 5, 3)  # still the fourth there
    record_answer(learner, item, 1, UNKNOWN)
    assert ActiveDay.objects.get().day == WEDNESDAY
    assert streak_of(learner).today


def test_the_night_in_which_clocks_change_breaks_nothing(make_question, learner, at):
    item = make_question().live_items().first()
    learner.time_zone = "Europe/Vienna"
    for number, hour in enumerate((22, 23)):  # 23:00 and 01:00 the next day; the clocks go on at 02:00
        at(2026, 3, 28, hour)
        record_answer(learner, item, number, UNKNOWN)
    at(2026, 3, 29, 22, 30)  # 00:30 on Monday, in summer time
    record_answer(learner, item, 5, UNKNOWN)
    assert [row.day.day for row in ActiveDay.objects.order_by("day")] == [28, 29, 30]
    assert streak_of(learner).days == 3


def test_moving_to_another_zone_changes_no_past_day(make_question, learner, at):
    item = make_question().live_items().first()
    for number in range(3):
        at(2026, 3, 2 + number, 23)
        record_answer(learner, item, number, UNKNOWN)
    learner.time_zone = "Asia/Tokyo"
    assert streak_of(learner).days == 3


def test_answers_of_a_day_are_added_up(make_question, learner):
    item = make_question().live_items().first()
    for number in range(3):
        record_answer(learner, item, number, UNKNOWN)
        record_answer(learner, item, number, UNKNOWN)  # the same showing counts once
    assert ActiveDay.objects.get().answers == 3


def test_days_of_a_guest_and_of_the_account_become_one(make_question, learner, guest):
    item = make_question().live_items().first()
    record_answer(guest, item, 1, UNKNOWN)
    record_answer(learner, item, 2, UNKNOWN)
    merge(guest, learner)
    day = ActiveDay.objects.get()
    assert (day.user, day.answers) == (learner, 2)
