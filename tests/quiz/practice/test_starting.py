"""A new session: what it draws, and how it is started."""

import pytest

from quiz.bank.models import Answer, Question, State
from quiz.practice.drawing import next_step, start_session
from quiz.practice.models import Session
from quiz.practice.wish import Mode, Wish

pytestmark = pytest.mark.django_db


def drawn(session):
    return list(session.entries.select_related("item__question").order_by("position"))


def exam(**wish):
    """A wish whose items are drawn all at once."""
    return Wish(mode=Mode.EXAM, **wish)


def walked(session):
    """The items of a session to its end, each left unanswered on the way."""
    while (entry := next_step(session)) is not None and not entry.skips:
        entry.skip()
    return drawn(session)


def test_no_item_comes_twice(learner, make_question):
    for number in range(5):
        make_question(f"question-{number}")
    entries = walked(start_session(learner, Wish(length=20)))
    assert len(entries) == len({entry.item_id for entry in entries}) == 20
    assert [entry.position for entry in entries] == list(range(1, 21))


def test_a_session_is_as_long_as_there_are_items(learner, make_question):
    make_question()
    assert len(walked(start_session(learner, Wish()))) == 4


def test_topics_and_kinds_are_kept_to(learner, make_question):
    make_question("dropout")
    make_question("momentum", topic="training")
    entries = walked(start_session(learner, Wish(("training",), ("single", "free"))))
    assert {entry.item.question.slug for entry in entries} == {"momentum"}
    assert {entry.item.kind for entry in entries} == {"single", "free"}


def test_one_item_of_each_question_comes_before_a_second_one(learner, make_question):
    for number in range(4):
        make_question(f"question-{number}")
    entries = walked(start_session(learner, Wish(length=4)))
    assert len({entry.item.question_id for entry in entries}) == 4


def test_what_was_right_before_comes_last(learner, make_question):
    question = make_question()
    known = question.live_items().get(kind="single")
    Answer.objects.create(user=learner, item=known, seed=0, response={}, outcome="right", score=1)
    assert drawn(start_session(learner, exam()))[-1].item == known


@pytest.mark.parametrize("state", [State.DRAFT, State.RETIRED])
def test_only_published_questions_are_asked(learner, make_question, state):
    make_question(state=state)
    assert start_session(learner, Wish()) is None


def test_what_is_published_now_is_asked_now(learner, make_question):
    question = make_question(state=State.DRAFT)
    question.state = State.PUBLISHED
    question.save()
    assert len(walked(start_session(learner, Wish()))) == 4


def test_starting_leads_to_the_first_item(learner_client, make_question):
    make_question()
    page = learner_client.post("/practice/", {"topics": ["regularisation"], "length": "5"}, follow=True)
    assert page.redirect_chain[-1][0].endswith("/1/")
    assert "<strong>1 of 5</strong>" in page.content.decode()


def test_a_double_click_starts_one_session(learner_client, make_question):
    make_question()
    for _ in range(2):
        learner_client.post("/practice/", {"length": "10"})
    assert Session.objects.count() == 1


def test_a_visitor_practises_as_a_guest(client, make_question):
    make_question()
    assert client.post("/practice/", {"length": "10"}, follow=True).status_code == 200
    assert Session.objects.get().user.is_guest


@pytest.mark.parametrize("data", [{"topics": "cooking"}, {"length": "7"}, {"length": "-1"}, {"kinds": "\x00"}])
def test_a_choice_that_is_not_offered_is_a_form_error(learner_client, make_question, data):
    make_question()
    response = learner_client.post("/practice/", data)
    assert response.status_code == 422
    assert "Choose again" in response.content.decode()


def test_nothing_to_ask_is_said(learner_client, make_question):
    make_question()
    page = learner_client.post("/practice/", {"topics": "attention"}, follow=True).content.decode()
    assert "nothing of that kind yet" in page


def test_open_sessions_can_be_continued(learner_client, learner, stranger, session_of, make_question):
    question = make_question()
    mine, theirs = session_of(learner, question), session_of(stranger, question)
    page = learner_client.get("/practice/").content.decode()
    assert f"/practice/{mine.pk}/" in page
    assert f"/practice/{theirs.pk}/" not in page
    assert "0 of 4 answered" in page


def test_looking_makes_no_guest(client, make_question, django_user_model):
    make_question()
    assert client.get("/practice/?topic=regularisation").status_code == 200
    assert not django_user_model.objects.exists()


def test_the_fifteen_are_asked_in_their_order_one_item_each(learner_client, make_question):
    for number in (3, 1, 2):
        make_question(f"question-{number}", seed=number)
    make_question("another")
    learner_client.post("/practice/", {"collection": "fifteen"})
    entries = drawn(Session.objects.get())
    assert [entry.item.question.seed for entry in entries] == [1, 2, 3]
    assert all(entry.item.content.scored for entry in entries)


def test_the_fifteen_ask_what_was_not_right_before(learner, make_question):
    question = make_question(seed=1)
    for item in question.live_items().exclude(kind="numeric"):
        Answer.objects.create(user=learner, item=item, seed=0, response={}, outcome="right", score=1)
    numeric = question.live_items().get(kind="numeric").pk
    assert [entry.item_id for entry in drawn(start_session(learner, Wish(collection="fifteen")))] == [numeric]


def test_the_fifteen_are_one_click_away_and_can_be_continued(learner_client, make_question):
    make_question(seed=1)
    for page in ("/", "/practice/", "/questions/?set=fifteen"):
        assert 'name="collection" value="fifteen"' in learner_client.get(page).content.decode()
    learner_client.post("/practice/", {"collection": "fifteen"})
    session = Session.objects.get()
    assert session.title == "The fifteen first questions"
    assert (
        f'Continue<span class="visually-hidden"> {session.title}' in learner_client.get("/practice/").content.decode()
    )


def test_another_wish_is_another_session(learner_client, make_question):
    make_question(seed=1)
    learner_client.post("/practice/", {"collection": "fifteen"})
    learner_client.post("/practice/", {})
    assert Session.objects.count() == 2


@pytest.mark.parametrize("page", ["/", "/questions/?topic=regularisation"])
def test_a_topic_is_one_click_away(client, make_question, page):
    make_question()
    assert 'name="topics" value="regularisation"' in client.get(page).content.decode()


def test_what_was_drawn_at_the_start_gets_no_new_steps(learner, make_question):
    for number in (1, 2, 3):
        make_question(f"question-{number}", seed=number)
    session = start_session(learner, Wish(collection="fifteen"))
    Question.objects.filter(slug="question-2").update(state=State.RETIRED)
    assert len(walked(session)) == 3
    assert session.counted().count() == 2


def test_a_question_retired_meanwhile_is_replaced_where_steps_are_drawn_one_by_one(learner, make_question):
    for number in range(3):
        make_question(f"question-{number}")
    session = start_session(learner, Wish(length=5))
    Question.objects.filter(pk=next_step(session).asked.question_id).update(state=State.RETIRED)
    walked(session)
    assert session.counted().count() == 5


def test_without_the_fifteen_there_is_no_button(client, make_question):
    make_question()
    assert 'value="fifteen"' not in client.get("/").content.decode() + client.get("/practice/").content.decode()
