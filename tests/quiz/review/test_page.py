import pytest

from quiz.bank.presenting import ticket
from quiz.review.memory import Rating
from quiz.review.models import Card, Plan, Review
from tests.quiz.review.conftest import right

PAGE = "/review/"


def asked(client, path=PAGE):
    """What the page asks."""
    return client.get(path).context["screen"]


def fields(shown, *, known=True):
    item = shown.item
    if not known:
        return {"ticket": shown.ticket, "unknown": "1"}
    response = right(item, shown.seed)
    if item.kind == "numeric":
        return {"ticket": shown.ticket, "number": str(response["value"])}
    if item.kind == "free":
        return {"ticket": shown.ticket, "rating": "3", "rate": "1"}
    options = item.content.shown(shown.seed, {"unknown": True}, revealed=True)["options"]
    return {"ticket": shown.ticket, "option": [str(option.place) for option in options if option.correct]}


def send(client, shown, *, htmx=False, known=True):
    headers = {"HX-Request": "true"} if htmx else {}
    return client.post(shown.action, fields(shown, known=known), headers=headers)


@pytest.fixture
def due(card_of, clock):
    """A card of the learner that is due."""
    card = card_of()
    clock.turn(days=3)
    return card


def test_who_has_no_cards_is_told_how_to_get_some(learner_client):
    assert "Nothing to review yet" in learner_client.get(PAGE).content.decode()


def test_visitors_see_the_page_too(client, db):
    assert client.get(PAGE).status_code == 200


def test_a_due_card_is_asked(due, learner_client):
    screen = asked(learner_client)
    assert screen.card == due
    assert screen.shown.item.question == due.question


def test_a_variant_is_fresh_each_time(due, learner_client):
    assert asked(learner_client).shown.seed != asked(learner_client).shown.seed


def test_before_its_day_it_is_not_asked(card_of, learner_client):
    card_of()
    assert "Nothing due" in learner_client.get(PAGE).content.decode()


def test_the_rating_follows_from_the_answer(due, learner_client):
    send(learner_client, asked(learner_client).shown)
    review = due.reviews.first()
    assert (review.rating, review.suggested) == (Rating.EASY, Rating.EASY)
    assert review.seconds == 0


def test_the_time_it_took_counts(due, learner_client, clock):
    shown = asked(learner_client).shown
    sent = fields(shown)
    clock.turn(minutes=6)
    learner_client.post(shown.action, sent)
    assert due.reviews.first().rating == Rating.HARD
    assert due.reviews.first().seconds == 360


def test_without_script_the_verdict_has_an_address(due, learner_client):
    response = send(learner_client, asked(learner_client).shown)
    html = learner_client.get(response.url).content.decode()
    assert response.url == f"{PAGE}?done={due.reviews.first().pk}"
    assert "It comes back in" in html
    assert "Right" in html


def test_htmx_gets_the_card_alone_with_the_new_number_of_due_cards(due, learner_client):
    html = send(learner_client, asked(learner_client).shown, htmx=True).content.decode()
    assert "<html" not in html
    assert 'id="review-count" hx-swap-oob="true"' in html


def test_a_double_click_counts_once(due, learner_client):
    shown = asked(learner_client).shown
    pages = [send(learner_client, shown, htmx=True) for _ in range(2)]
    assert due.reviews.count() == 2  # the first answer ever, and this one
    assert all("It comes back in" in page.content.decode() for page in pages)


def test_the_same_card_in_two_tabs_counts_once(due, learner_client):
    one, other = asked(learner_client).shown, asked(learner_client).shown
    send(learner_client, one)
    response = send(learner_client, other, known=False)
    assert due.reviews.count() == 2
    assert "answered already" in learner_client.get(response.url).content.decode()


def test_a_half_given_answer_stays_in_the_form_and_counts_nothing(due, learner_client):
    shown = asked(learner_client).shown
    response = learner_client.post(shown.action, {"ticket": shown.ticket})
    assert response.context["screen"].shown.refusal
    assert due.reviews.count() == 1


def test_a_forged_form_is_refused_with_a_sentence(due, learner_client):
    shown = asked(learner_client).shown
    for path, ticket_sent in ((shown.action, "x"), (shown.action.split("?")[0], shown.ticket)):
        response = learner_client.post(path, {"ticket": ticket_sent, "unknown": "1"}, follow=True)
        assert "out of date" in response.content.decode()
    assert due.reviews.count() == 1


def test_another_persons_card_is_not_found(due, learner_client, stranger_client):
    shown = asked(learner_client).shown
    assert send(stranger_client, shown).status_code == 404
    assert stranger_client.post(f"/review/reviews/{due.reviews.first().pk}/", {"rating": "1"}).status_code == 404


def test_the_person_may_give_another_rating(due, learner_client):
    send(learner_client, asked(learner_client).shown)
    review = due.reviews.first()
    html = learner_client.post(
        f"/review/reviews/{review.pk}/", {"rating": "1"}, headers={"HX-Request": "true"}
    ).content.decode()
    review.refresh_from_db()
    assert (review.rating, review.suggested) == (Rating.AGAIN, Rating.EASY)
    assert "It comes back in 10 min" in html


@pytest.mark.parametrize("rating", ["", "0", "5", "x", "3 "])
def test_a_rating_that_is_none_changes_nothing(due, learner_client, rating):
    send(learner_client, asked(learner_client).shown)
    review = due.reviews.first()
    learner_client.post(f"/review/reviews/{review.pk}/", {"rating": rating})
    assert due.reviews.first().rating == review.rating


def test_undo_asks_the_card_again(due, learner_client):
    send(learner_client, asked(learner_client).shown)
    learner_client.post("/review/undo/", {"review": due.reviews.first().pk})
    assert due.reviews.count() == 1
    assert asked(learner_client).card == due


def test_undo_twice_takes_back_once(due, learner_client):
    send(learner_client, asked(learner_client).shown)
    pk = due.reviews.first().pk
    for _ in range(2):
        learner_client.post("/review/undo/", {"review": pk})
    assert due.reviews.count() == 1


def test_not_today_means_tomorrow(due, learner_client, clock):
    learner_client.post(asked(learner_client).later_address)
    assert asked(learner_client) is None
    clock.turn(days=1)
    assert asked(learner_client).card == due


def test_what_was_missed_comes_again_as_the_same_item(due, learner_client):
    shown = asked(learner_client).shown
    send(learner_client, shown, known=False)
    assert asked(learner_client).shown.item == shown.item


def test_items_of_a_question_take_turns(due, learner_client, clock):
    items = []
    for _ in range(4):
        shown = asked(learner_client).shown
        send(learner_client, shown)
        items.append(shown.item.name)
        Card.objects.update(due=clock.now)
    assert items == ["item-2", "item-3", "item-4", "item-1"]


def test_the_limit_of_the_day_holds_and_can_be_passed(card_of, learner, learner_client, clock):
    Plan.objects.create(user=learner, daily_limit=1)
    for slug in ("a", "b", "c"):
        card_of(slug)
    clock.turn(days=3)
    send(learner_client, asked(learner_client).shown)
    html = learner_client.get(PAGE).content.decode()
    assert "today's share" in html.replace("&#x27;", "'")
    assert asked(learner_client, "/review/?more=1") is not None
    clock.turn(days=1)
    assert asked(learner_client) is not None


def test_the_plan_is_kept_and_a_wrong_one_refused(due, learner, learner_client):
    learner_client.post("/review/plan/", {"daily_limit": "7", "retention": "85"})
    assert Plan.of(learner).daily_limit == 7
    response = learner_client.post("/review/plan/", {"daily_limit": "0", "retention": "100"})
    assert response.status_code == 422
    assert Plan.of(learner).retention == 85


def test_the_wanted_retention_decides_the_next_interval(due, learner, learner_client):
    Plan.objects.create(user=learner, retention=70)
    send(learner_client, asked(learner_client).shown)
    long = Card.objects.get().due
    learner_client.post("/review/undo/", {"review": Review.objects.first().pk})
    Plan.objects.update(retention=97)
    send(learner_client, asked(learner_client).shown)
    assert Card.objects.get().due < long


def test_every_page_says_how_many_are_due(due, learner_client):
    assert "1 due" in learner_client.get("/questions/").content.decode()


def test_who_was_logged_out_meanwhile_is_led_to_the_login(due, learner_client, client):
    response = send(client, asked(learner_client).shown)
    assert response.url.startswith("/accounts/login/?next=/review/")


def test_a_question_retired_in_the_middle_is_not_asked_and_its_answer_is_kept(due, learner_client):
    shown = asked(learner_client).shown
    due.question.state = "retired"
    due.question.save()
    send(learner_client, shown)
    assert due.reviews.count() == 2
    assert asked(learner_client) is None


def test_queries_do_not_grow_with_the_cards(card_of, learner_client, clock, django_assert_max_num_queries):
    for number in range(12):
        card_of(f"question-{number}")
    clock.turn(days=3)
    learner_client.get(PAGE)
    with django_assert_max_num_queries(18):
        shown = asked(learner_client).shown
    with django_assert_max_num_queries(45):
        send(learner_client, shown, htmx=True)


def test_the_forecast_counts_the_days(card_of, learner_client, clock):
    for slug in ("a", "b"):
        card_of(slug)
    forecast = learner_client.get(PAGE).context["forecast"]
    assert [bar.count for bar in forecast.bars[:4]] == [0, 0, 2, 0]
    clock.turn(days=5)
    assert learner_client.get(PAGE).context["forecast"].bars[0].count == 2


def test_retention_is_the_share_of_known_cards_that_were_remembered(card_of, learner_client, clock):
    card = card_of()
    for number in range(12):
        clock.turn(days=3)
        card.review(Rating.AGAIN if number % 4 == 3 else Rating.GOOD)
        if number % 4 == 3:
            card.review(Rating.GOOD)
    shown = learner_client.get(PAGE).context["retention"]
    assert (shown.reviews, shown.remembered, shown.percent) == (12, 9, 75)


def test_cards_are_read_only_in_the_admin(due, teacher_client):
    assert teacher_client.get("/admin/review/card/").status_code == 200
    assert teacher_client.get(f"/admin/review/card/{due.pk}/change/").status_code == 200
    assert teacher_client.get("/admin/review/card/add/").status_code == 403
    assert teacher_client.post(f"/admin/review/card/{due.pk}/delete/", {"post": "yes"}).status_code == 403


def test_a_ticket_for_one_item_opens_no_other(due, learner_client):
    shown = asked(learner_client).shown
    other = due.question.live_items().exclude(pk=shown.item.pk).first()
    path = shown.action.replace(f"/items/{shown.item.pk}/", f"/items/{other.pk}/")
    learner_client.post(path, {"ticket": ticket(shown.item, shown.seed), "unknown": "1"})
    assert due.reviews.count() == 1
