"""A session from the first item to the last: answers are kept, once, whatever the browser does."""

import pytest

from quiz.bank.models import Answer, Question, State
from quiz.board.models import Award
from quiz.practice.answering import take
from quiz.practice.models import Entry, Session

pytestmark = pytest.mark.django_db


def entry_of(session, kind):
    return session.entries.select_related("item__question", "session__user").get(item__kind=kind)


def test_a_whole_session(learner_client, learner, session_of, answer):
    session = session_of(learner)
    for number in range(1, 5):
        page = learner_client.get(f"/practice/{session.pk}/", follow=True)
        assert f"<strong>{number} of 4</strong>" in page.content.decode()
        answer(learner_client, page.context["screen"].entry)
    session.refresh_from_db()
    assert session.finished
    page = learner_client.get(f"/practice/{session.pk}/", follow=True).content.decode()
    assert "3 of 3 right" in page
    assert "rated 3 of 3" in page
    assert Award.objects.count() == 3


@pytest.mark.parametrize("kind", ["single", "multiple", "numeric", "free"])
def test_an_unanswered_item_does_not_tell_its_answer(learner_client, learner, session_of, kind):
    page = learner_client.get(entry_of(session_of(learner), kind).get_absolute_url()).content.decode()
    for secret in ("keep probability", "It lowers the noise", "0.25", "identity at inference", "data-next"):
        assert secret not in page


def test_the_verdict_comes_in_place_with_every_reason_and_the_way_on(learner_client, learner, session_of, answer):
    entry = entry_of(session_of(learner), "multiple")
    page = answer(learner_client, entry, htmx=True, unknown="1").content.decode()
    assert "<html" not in page
    assert "Now you know" in page
    assert "It lowers the noise" in page
    assert "It fits the training data" in page
    assert "data-next" in page


@pytest.mark.parametrize("htmx", [True, False])
def test_a_double_submit_counts_once_and_shows_the_first_verdict(learner_client, learner, session_of, answer, htmx):
    entry = entry_of(session_of(learner), "numeric")
    answer(learner_client, entry, htmx, number="0.25")
    response = answer(learner_client, entry, htmx, number="7")
    page = (response if htmx else learner_client.get(response.url)).content.decode()
    assert "Right" in page
    assert Answer.objects.count() == Award.objects.count() == 1


def test_two_tabs_that_answer_one_after_the_other_store_the_first(learner, session_of):
    entry = entry_of(session_of(learner), "numeric")
    other_tab = Entry.objects.select_related("item__question", "session__user").get(pk=entry.pk)
    take(entry, {"text": "0.25", "value": 0.25})
    take(other_tab, {"text": "7", "value": 7})
    assert other_tab.answer == entry.answer
    assert Answer.objects.get().is_right


def test_back_to_an_answered_item_shows_its_verdict(learner_client, learner, session_of, answer):
    entry = entry_of(session_of(learner), "single")
    answer(learner_client, entry)
    page = learner_client.get(entry.get_absolute_url()).content.decode()
    assert "Right" in page
    assert "data-item" not in page


def test_a_refused_number_is_not_counted_and_stays(learner_client, learner, session_of, answer):
    entry = entry_of(session_of(learner), "numeric")
    page = answer(learner_client, entry, number="1,024").content.decode()
    assert "two things" in page
    assert not Answer.objects.exists()
    assert 'value="1,024"' in learner_client.get(entry.get_absolute_url()).content.decode()


def test_free_recall_asked_for_stays_open_after_a_reload(learner_client, learner, session_of, answer):
    entry = entry_of(session_of(learner), "free")
    answer(learner_client, entry, text="my own words")
    page = learner_client.get(entry.get_absolute_url()).content.decode()
    assert "my own words" in page
    assert "scales survivors" in page
    answer(learner_client, entry, text="my own words", rating="1", point=["0"])
    assert Answer.objects.get().response == {"text": "my own words", "rating": 1, "points": [0]}
    assert not Award.objects.exists()


def test_what_is_skipped_comes_back_at_the_end(learner_client, learner, session_of, answer):
    session = session_of(learner)
    first = session.next_entry()
    learner_client.post(f"{first.get_absolute_url()}skip/")
    order = []
    while (upcoming := session.next_entry()) is not None:
        order.append(upcoming.position)
        answer(learner_client, upcoming)
    assert order == [2, 3, 4, 1]


def test_skipping_the_last_one_says_so(learner_client, learner, session_of, make_question):
    session = session_of(learner, make_question(items=[{"kind": "numeric", "prompt": "p", "answer": 1}]))
    page = learner_client.post(f"/practice/{session.pk}/1/skip/", follow=True).content.decode()
    assert "the last one that is open" in page


def test_a_question_retired_in_the_middle_leaves_the_session(
    learner_client, learner, session_of, make_question, answer
):
    kept, retired = make_question("kept"), make_question("retired")
    session = session_of(learner, kept, retired)
    answered = session.entries.filter(item__question=retired).select_related("item__question").first()
    answer(learner_client, answered)
    Question.objects.filter(slug="retired").update(state=State.RETIRED)
    gone = session.entries.filter(item__question=retired, answer=None).first()
    page = learner_client.get(gone.get_absolute_url(), follow=True).content.decode()
    assert "taken out of the bank" in page
    assert session.counted().count() == 5
    assert "verdict__word" in learner_client.get(answered.get_absolute_url()).content.decode()


def test_an_answer_on_its_way_when_the_question_is_retired_counts(learner_client, learner, session_of, answer):
    entry = entry_of(session_of(learner), "numeric")
    Question.objects.update(state=State.RETIRED)
    assert "Right" in answer(learner_client, entry, htmx=True, number="0.25").content.decode()
    assert Answer.objects.count() == 1


def test_a_session_whose_rest_was_retired_ends(learner_client, learner, session_of, answer):
    session = session_of(learner)
    answer(learner_client, entry_of(session, "single"))
    Question.objects.update(state=State.RETIRED)
    assert "1 of 1 right" in learner_client.get(f"/practice/{session.pk}/", follow=True).content.decode()


def test_an_item_edited_in_the_middle_is_asked_as_it_was_drawn(learner_client, learner, session_of, answer):
    entry = entry_of(session_of(learner), "numeric")
    entry.item.change(entry.item.body | {"answer": 9, "prompt": "Three times three?"})
    assert "Right" in answer(learner_client, entry, htmx=True, number="0.25").content.decode()


def test_a_verdict_stays_what_it_was(learner_client, learner, session_of, answer):
    entry = entry_of(session_of(learner), "numeric")
    answer(learner_client, entry, number="0.5")
    Answer.objects.update(outcome="right", score=1.0)  # as if the item had been judged otherwise then
    assert "</span> Right" in learner_client.get(entry.get_absolute_url()).content.decode()


def test_finishing_early_and_answering_the_rest(learner_client, learner, session_of, answer):
    session = session_of(learner)
    answer(learner_client, session.next_entry())
    page = learner_client.post(f"/practice/{session.pk}/finish/", follow=True).content.decode()
    assert "3 items not answered" in page
    answer(learner_client, session.next_entry())
    assert "2 items not answered" in learner_client.get(f"/practice/{session.pk}/summary/").content.decode()


def test_the_summary_counts_by_topic_and_offers_the_missed_again(learner_client, learner, session_of, answer):
    session = session_of(learner)
    answer(learner_client, entry_of(session, "single"))
    answer(learner_client, entry_of(session, "multiple"), unknown="1")
    answer(learner_client, entry_of(session, "numeric"), number="0.5")
    answer(learner_client, entry_of(session, "free"), rating="0")
    response = learner_client.get(f"/practice/{session.pk}/summary/")
    summary = response.context["summary"]
    assert (summary.right, summary.scored, len(summary.missed)) == (1, 3, 3)
    learner_client.post(f"/practice/{session.pk}/retry/")
    again = Session.objects.first()
    assert {entry.item.kind for entry in again.entries.all()} == {"multiple", "numeric", "free"}


def test_there_is_nothing_to_retry_when_nothing_was_missed(learner_client, learner, session_of):
    session = session_of(learner)
    page = learner_client.post(f"/practice/{session.pk}/retry/", follow=True).content.decode()
    assert "nothing to repeat" in page
    assert Session.objects.count() == 1


def test_numeric_variants_follow_the_stored_seed(learner_client, learner, session_of, make_question):
    question = make_question(items=[{"kind": "numeric", "generator": "dropout_variance"}])
    entry = session_of(learner, question).next_entry()
    prompts = {learner_client.get(entry.get_absolute_url()).context["screen"].shown.prompt for _ in range(3)}
    assert prompts == {entry.item.content.question(entry.seed)}


@pytest.mark.parametrize("page", ["", "1/", "summary/"])
def test_queries_per_page_are_few(
    learner_client, learner, session_of, make_question, page, django_assert_max_num_queries
):
    questions = [make_question(f"question-{number}") for number in range(10)]
    session = session_of(learner, *questions)
    with django_assert_max_num_queries(8):
        learner_client.get(f"/practice/{session.pk}/{page}")


def test_queries_of_an_answer_are_few(learner_client, learner, session_of, answer, django_assert_max_num_queries):
    entry = entry_of(session_of(learner), "numeric")
    with django_assert_max_num_queries(48):  # with what the review and the points write down
        answer(learner_client, entry, htmx=True, number="0.25")


def test_not_knowing_free_recall_shows_the_answer_and_asks_for_no_rating(learner_client, learner, session_of, answer):
    page = answer(learner_client, entry_of(session_of(learner), "free"), htmx=True, unknown="1").content.decode()
    assert "scales survivors" in page
    assert 'name="rating"' not in page
