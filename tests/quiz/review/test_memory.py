from datetime import date, timedelta

import pytest

from quiz.review.memory import STEP, Memory, Phase, Rating, recall, review

DAY = date(2026, 3, 2)


def reviewed(*ratings, gaps=(), retention=0.9):
    """The memory after these reviews, each after so many days, and the last wait."""
    memory, day, wait = Memory(), DAY, timedelta()
    for rating, gap in zip(ratings, (0, *gaps), strict=True):
        day += timedelta(days=gap)
        memory, wait = review(memory, rating, day, retention)
    return memory, wait


def test_what_is_right_the_first_time_comes_back_after_days():
    memory, wait = reviewed(Rating.GOOD)
    assert memory.phase == Phase.KNOWN
    assert wait == timedelta(days=2)


def test_what_is_missed_comes_back_in_the_same_sitting():
    memory, wait = reviewed(Rating.AGAIN)
    assert (memory.phase, wait) == (Phase.LEARNING, STEP)


def test_a_known_card_that_is_missed_is_learned_again():
    memory, wait = reviewed(Rating.GOOD, Rating.AGAIN, gaps=[2])
    assert (memory.phase, wait) == (Phase.RELEARNING, STEP)


def test_intervals_grow_with_each_success():
    waits = [reviewed(*[Rating.GOOD] * count, gaps=[2, 11, 46][: count - 1])[1] for count in (1, 2, 3, 4)]
    assert waits == sorted(waits)
    assert waits[3] > 10 * waits[0]


def test_a_better_rating_waits_longer():
    waits = [reviewed(Rating.GOOD, rating, gaps=[2])[1] for rating in Rating]
    assert waits == sorted(waits)
    assert len(set(waits)) == 4


def test_who_wants_to_remember_more_reviews_sooner():
    assert reviewed(Rating.EASY, retention=0.95)[1] < reviewed(Rating.EASY, retention=0.8)[1]


@pytest.mark.parametrize("retention", [0.7, 0.9, 0.97])
def test_it_comes_back_when_the_chance_of_recall_has_fallen_to_what_is_wanted(retention):
    memory, wait = reviewed(Rating.GOOD, Rating.GOOD, gaps=[2], retention=retention)
    assert recall(memory, memory.last_day + wait) == pytest.approx(retention, abs=0.02)


def test_recall_falls_with_time_and_is_nothing_for_what_was_never_asked():
    memory, _ = reviewed(Rating.GOOD)
    chances = [recall(memory, DAY + timedelta(days=days)) for days in (0, 1, 10, 100)]
    assert chances[0] == 1
    assert chances == sorted(chances, reverse=True)
    assert recall(Memory(), DAY) == 0


def test_a_review_before_its_day_counts_less():
    early, _ = reviewed(Rating.GOOD, Rating.GOOD, gaps=[1])
    late, _ = reviewed(Rating.GOOD, Rating.GOOD, gaps=[2])
    assert early.stability < late.stability


def test_a_clock_that_went_backwards_does_no_harm():
    memory, wait = reviewed(Rating.GOOD, Rating.GOOD, gaps=[-3])
    assert memory.stability > 0
    assert wait >= timedelta(days=1)
