from datetime import UTC, datetime, timedelta

import pytest

from quiz.bank.answers import record_answer
from quiz.bank.items import UNKNOWN
from quiz.people.guests import merge
from quiz.review.memory import Phase, Rating
from quiz.review.models import Card, Review

DAY = timedelta(days=1)


def state(card):
    card = Card.objects.get(pk=card.pk)
    return (card.memory, card.due, card.times)


def test_an_answer_makes_a_card_that_comes_back_at_the_beginning_of_a_day(card_of):
    card = card_of()
    assert card.phase == Phase.KNOWN
    assert card.due == datetime(2026, 3, 4, tzinfo=UTC)
    assert card.times == 1


def test_a_miss_comes_back_after_minutes(card_of, clock):
    assert card_of(known=False).due == clock.now + timedelta(minutes=10)


def test_the_day_is_that_of_the_persons_zone(card_of, learner):
    learner.time_zone = "Pacific/Auckland"  # where it is 23:00 already
    learner.save()
    card = card_of()
    assert card.last_day.isoformat() == "2026-03-02"
    assert card.due == datetime(2026, 3, 3, 11, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "due"),
    [
        (datetime(2026, 3, 27, 12, tzinfo=UTC), datetime(2026, 3, 28, 23, tzinfo=UTC)),  # the clocks go on that night
        (datetime(2026, 3, 28, 12, tzinfo=UTC), datetime(2026, 3, 29, 22, tzinfo=UTC)),
        (datetime(2026, 10, 24, 12, tzinfo=UTC), datetime(2026, 10, 25, 23, tzinfo=UTC)),
    ],
)
def test_days_begin_at_local_midnight_also_where_the_clocks_change(card_of, learner, clock, now, due):
    learner.time_zone = "Europe/Vienna"
    learner.save()
    clock.now = now
    assert card_of().due == due


def test_the_same_answer_counts_once(card_of, answer, learner):
    card = card_of()
    before = state(card)
    answer(learner, card.question.live_items().first())  # the same showing of the item
    assert state(card) == before


def test_a_review_is_counted_once_although_it_is_announced_twice(card_of):
    card = card_of()
    first = card.reviews.get()
    again = card.review(Rating.AGAIN, answer=first.answer)
    assert again == first
    assert card.reviews.count() == 1


def test_another_rating_changes_the_memory_as_if_it_had_been_given_at_once(card_of, clock):
    card, other = card_of("a"), card_of("b")
    clock.turn(days=2)
    review = card.review(Rating.AGAIN)
    other.review(Rating.EASY)
    review.rate(Rating.EASY)
    assert state(card) == state(other)


def test_an_undone_review_leaves_the_card_as_it_was(card_of, clock):
    card = card_of()
    before = state(card)
    clock.turn(days=5)
    card.review(Rating.AGAIN).take_back()
    assert state(card) == before


def test_undoing_keeps_the_time_for_which_a_card_was_asked(card_of, clock):
    card = card_of()
    card.ask_by(clock.now)
    card.review(Rating.GOOD).take_back()
    assert state(card)[1] == clock.now


def test_the_memory_can_be_told_again_from_the_reviews(card_of, clock):
    card = card_of()
    for rating, days in ((Rating.GOOD, 2), (Rating.AGAIN, 9), (Rating.HARD, 0), (Rating.EASY, 1)):
        clock.turn(days=days, minutes=20)
        card.review(rating, retention=85)
    before = state(card)
    Card.objects.get(pk=card.pk).tell_again()
    assert state(card) == before


def test_only_what_was_known_on_an_earlier_day_tells_how_much_is_remembered(card_of, clock):
    card = card_of()
    card.review(Rating.GOOD)
    clock.turn(days=2)
    card.review(Rating.GOOD)
    assert list(card.reviews.order_by("at").values_list("mature", flat=True)) == [False, False, True]


def test_buttons_name_the_waits_that_they_lead_to(card_of, clock):
    card = card_of()
    clock.turn(days=2)
    review = card.review(Rating.GOOD)
    for rating, wait in review.waits().items():
        review.rate(rating)
        expected = clock.now + wait if wait < DAY else (clock.now + wait).replace(hour=0)
        assert state(card)[1] == expected


def test_a_retired_question_sleeps_and_wakes_again(card_of, learner):
    card = card_of()
    question = card.question
    for published, found in ((False, 0), (True, 1)):
        question.state = "published" if published else "retired"
        question.save()
        assert Card.objects.filter(user=learner).live().count() == found


def test_changed_content_keeps_the_card(card_of, answer, learner, clock):
    card = card_of()
    item = card.question.live_items().first()
    changed = item.change(item.body | {"prompt": "What becomes of a unit that survives?"})
    clock.turn(days=2)
    answer(learner, changed)
    assert Card.objects.get(user=learner).times == 2


def test_a_guests_cards_move_along(card_of, guest, learner):
    card = card_of(user=guest)
    merge(guest, learner)
    card.refresh_from_db()
    assert card.user == learner
    assert card.reviews.get().user == learner


def test_two_cards_for_one_thing_become_one_with_the_reviews_of_both(card_of, guest, learner, clock):
    card = card_of(user=guest, known=False)
    clock.turn(days=1)
    record_answer(learner, card.question.live_items().last(), 7, UNKNOWN)
    clock.turn(days=1)
    card.review(Rating.GOOD)
    merge(guest, learner)
    kept = Card.objects.get()
    assert kept.user == learner
    assert list(kept.reviews.order_by("at").values_list("rating", flat=True)) == [1, 1, 3]
    assert kept.times == 3
    assert Review.objects.filter(user=learner).count() == 3


def test_a_card_that_was_asked_for_and_never_answered_stays_asked_for(card_of, guest, learner, clock):
    card = card_of(user=learner)
    Card.objects.create(user=guest, key=card.key, kind="question", question=card.question, due=clock.now)
    merge(guest, learner)
    assert Card.objects.get().due == clock.now
