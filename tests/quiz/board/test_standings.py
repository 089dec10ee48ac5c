from datetime import date, datetime, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.utils import timezone

from quiz.board import standings as board
from quiz.board.models import WeekScore, this_week, week_of
from quiz.board.points import record
from quiz.board.standings import Row, standings
from quiz.people.models import User

NOBODY = AnonymousUser()


def give(name, points):
    person, _ = User.objects.get_or_create(username=name)
    record(person, "item", str(points), points)
    return person


def shown(result):
    return [(row.rank, row.name, row.points) for row in result.rows]


@pytest.mark.django_db
def test_the_most_points_come_first():
    give("ann", 1), give("ben", 3), give("cem", 2)
    assert shown(standings(NOBODY)) == [(1, "ben", 3), (2, "cem", 2), (3, "ann", 1)]


@pytest.mark.django_db
def test_equal_points_share_a_rank_and_the_next_one_is_left_out():
    give("ann", 2), give("ben", 2), give("cem", 1)
    assert shown(standings(NOBODY)) == [(1, "ann", 2), (1, "ben", 2), (3, "cem", 1)]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "change", [{"listed": False}, {"is_guest": True}, {"is_active": False}], ids=lambda c: next(iter(c))
)
def test_who_does_not_want_to_be_shown_takes_no_place(change):
    hidden = give("ann", 5)
    User.objects.filter(pk=hidden.pk).update(**change)
    give("ben", 1)
    assert shown(standings(NOBODY)) == [(1, "ben", 1)]


@pytest.mark.django_db
def test_the_nickname_is_shown():
    User.objects.filter(pk=give("ann", 5).pk).update(nickname="Queen")
    assert shown(standings(NOBODY)) == [(1, "Queen", 5)]


@pytest.mark.django_db
def test_the_viewers_row_is_marked():
    ann = give("ann", 5)
    assert standings(ann).rows == [Row(1, "ann", 5, mine=True)]
    assert standings(ann).mine is None


@pytest.mark.django_db
def test_the_viewers_row_is_pinned_when_it_is_not_among_the_best(monkeypatch):
    monkeypatch.setattr(board, "SHOWN", 1)
    give("ann", 5), give("ben", 5)
    cem = give("cem", 1)
    assert standings(cem).mine == Row(3, "cem", 1, mine=True)


@pytest.mark.django_db
def test_a_tie_across_the_end_of_the_list_has_the_same_rank(monkeypatch):
    monkeypatch.setattr(board, "SHOWN", 1)
    give("ann", 5)
    ben = give("ben", 5)
    assert standings(ben).mine.rank == 1


@pytest.mark.django_db
@pytest.mark.parametrize("board_of", [lambda: None, this_week], ids=["all time", "week"])
def test_who_hides_sees_where_they_would_stand(board_of):
    give("ann", 5)
    hidden = give("ben", 3)
    User.objects.filter(pk=hidden.pk).update(listed=False)
    assert standings(hidden, board_of()).mine == Row(2, "ben", 3, mine=True)


@pytest.mark.django_db
def test_a_week_counts_only_what_was_earned_in_it():
    ann = give("ann", 5)
    WeekScore.objects.update(week=week_of(timezone.now() - timedelta(days=7)))
    record(ann, "item", "new", 1)
    assert shown(standings(NOBODY, this_week())) == [(1, "ann", 1)]
    assert shown(standings(NOBODY)) == [(1, "ann", 6)]


@pytest.mark.django_db
def test_the_scores_of_a_week_are_those_of_its_awards():
    ann = give("ann", 5)
    record(ann, "item", "b", 3)
    added = list(WeekScore.objects.values("user", "week", "points", "reached"))
    WeekScore.objects.refresh(ann)
    assert list(WeekScore.objects.values("user", "week", "points", "reached")) == added
    assert added[0]["points"] == 8


@pytest.mark.django_db
@pytest.mark.parametrize("week", [None, this_week()], ids=["all time", "week"])
def test_the_best_are_found_in_an_index(week):
    plan = board.totals(week).order_by("-points", "reached")[:50].explain()
    if connection.vendor == "sqlite":
        assert "scores_by_points" in plan


@pytest.mark.django_db
def test_without_points_there_is_no_row(learner):
    assert standings(learner) == standings(NOBODY) == board.Standings([], None)


@pytest.mark.parametrize(
    ("now", "start"),
    [
        ("2026-11-23T00:00+00:00", date(2026, 11, 23)),
        ("2026-11-22T23:59+00:00", date(2026, 11, 16)),
        ("2026-11-23T01:00+14:00", date(2026, 11, 16)),
    ],
    ids=["monday", "sunday", "another zone"],
)
def test_a_week_begins_on_monday_in_utc(now, start):
    assert week_of(datetime.fromisoformat(now)) == start
