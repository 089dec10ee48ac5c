"""The figures of one item follow from sums that can be added up in parts."""

import numpy as np
import pytest

from quiz.statistics.tally import MOST_PICKS, Tally, picks_in


def tally_of(scores, means, seconds=()):
    tally = Tally()
    for score, mean in zip(scores, means, strict=True):
        tally.add("single", "right" if score else "wrong", score, None, {"chosen": [int(1 - score)]})
        tally.compare(score, mean)
    for time in seconds:
        tally.add("single", "rated", None, time, {})
    return tally


@pytest.fixture
def sample(rng):
    means = rng.uniform(size=400)
    return (rng.uniform(size=400) < means).astype(float), means


def test_discrimination_is_the_correlation_with_the_mean_elsewhere(sample):
    scores, means = sample
    assert tally_of(scores, means).discrimination == pytest.approx(np.corrcoef(scores, means)[0, 1])
    assert tally_of(1 - scores, means).discrimination == pytest.approx(-np.corrcoef(scores, means)[0, 1])


def test_few_people_and_equal_ones_say_nothing(sample):
    scores, means = sample
    assert tally_of(scores[:29], means[:29]).discrimination is None
    assert tally_of(np.ones(50), means[:50]).discrimination is None
    assert tally_of(scores[:50], np.full(50, 0.5)).discrimination is None


def test_success_is_the_mean_score(sample):
    scores, means = sample
    assert tally_of(scores, means).success == pytest.approx(scores.mean())
    assert Tally().success is None


def test_two_halves_add_up_to_the_whole(sample):
    scores, means = sample
    halves = tally_of(scores[:150], means[:150]).plus(tally_of(scores[150:], means[150:]))
    whole = tally_of(scores, means)
    assert halves.discrimination == pytest.approx(whole.discrimination)
    assert halves.picks == whole.picks


def test_what_is_stored_is_what_was_added(sample):
    tally = tally_of(*sample, seconds=[3, 20])
    assert Tally.of(tally.sums()) == tally
    assert Tally.of({}) == Tally()


@pytest.mark.parametrize("times", [[5], [2, 30, 900], range(1, 200), [0.2, 0.3], [5000, 6000, 7000]])
def test_the_median_time_is_nearly_right(times):
    median = tally_of([], [], seconds=times).median_seconds
    assert median == pytest.approx(min(3600, max(1, np.median(list(times)))), rel=0.25)


def test_without_times_there_is_no_median():
    assert Tally().median_seconds is None


@pytest.mark.parametrize(
    ("kind", "response", "picks"),
    [
        ("single", {"chosen": [2]}, ["2"]),
        ("multiple", {"chosen": [0, 3]}, ["0", "3"]),
        ("matching", {"matches": {"0": 2, "1": 0}}, ["0-2", "1-0"]),
        ("bug", {"line": 4}, ["4"]),
        ("fill", {"text": "2*x"}, ["2*x"]),
        ("free", {"text": "words", "rating": 3, "points": []}, ["3"]),
        ("ordering", {"places": {"0": 1}}, []),
        ("single", {"unknown": True}, ["unknown"]),
    ],
)
def test_what_was_chosen_is_counted(kind, response, picks):
    assert picks_in(kind, response) == picks


def test_rare_texts_are_forgotten():
    tally = Tally()
    for number in range(200):
        tally.add("fill", "wrong", 0.0, None, {"text": f"text {number}"})
    tally.add("fill", "wrong", 0.0, None, {"text": "text 199"})
    assert len(tally.sums()["picks"]) == MOST_PICKS
    assert tally.sums()["picks"]["text 199"] == 2
