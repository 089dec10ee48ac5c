"""An exam: answers are kept, may be changed, and are judged at the end; until then no page tells anything."""

import pytest

from quiz.bank.models import Answer, Question, State
from quiz.board.models import Award
from quiz.practice.answering import Sending, keep, take
from quiz.practice.models import Entry, Session

pytestmark = pytest.mark.django_db
SECRETS = ("keep probability", "It lowers the noise", "That is its value there", "identity at inference", "Because.")


@pytest.fixture
def exam(learner, session_of):
    return session_of(learner, mode="exam")


def entry_of(session, kind):
    return session.entries.select_related("item__question", "session__user").get(item__kind=kind)


def pages(client, session):
    """Every page of the session, and what each answer leads to."""
    addresses = [entry.get_absolute_url() for entry in session.entries.all()]
    addresses += [f"/practice/{session.pk}/{page}" for page in ("", "hand-in/", "summary/")]
    return [client.get(address, follow=True).content.decode() for address in addresses]


def test_no_page_tells_anything_before_the_end(learner_client, exam, answer):
    shown = pages(learner_client, exam)
    for entry in exam.entries.select_related("item__question"):
        response = answer(learner_client, entry, htmx=True, unknown="1")
        assert response.headers["HX-Redirect"] == f"/practice/{exam.pk}/"
        shown.append(learner_client.post(entry.get_absolute_url(), {"unknown": "1"}, follow=True).content.decode())
    for page in shown + pages(learner_client, exam):
        assert not [secret for secret in SECRETS if secret in page]
        assert "verdict--" not in page
        assert "mark--right" not in page
        assert "mark--wrong" not in page
        assert "mark--unknown" not in page


def test_nothing_is_recorded_before_the_end(learner_client, exam, answer):
    for entry in exam.entries.select_related("item__question"):
        answer(learner_client, entry)
    assert not Answer.objects.exists()
    assert not Award.objects.exists()
    exam.refresh_from_db()
    assert exam.finished is None


def test_handing_in_judges_everything_once(learner_client, exam, answer):
    for kind in ("single", "multiple"):
        answer(learner_client, entry_of(exam, kind))
    answer(learner_client, entry_of(exam, "numeric"), number="0.5")
    for _ in range(2):
        page = learner_client.post(f"/practice/{exam.pk}/finish/", follow=True).content.decode()
    assert "2 of 3 right" in page
    assert Answer.objects.count() == 3
    assert Award.objects.count() == 2


def test_after_the_end_every_step_explains(learner_client, exam, answer):
    answer(learner_client, entry_of(exam, "single"))
    learner_client.post(f"/practice/{exam.pk}/finish/")
    assert "keep probability" in learner_client.get(entry_of(exam, "single").get_absolute_url()).content.decode()
    unanswered = learner_client.get(entry_of(exam, "numeric").get_absolute_url()).content.decode()
    assert "You had not answered this one" in unanswered
    assert "The answer is" in unanswered


def test_an_answer_can_be_changed_until_the_end(learner_client, exam, answer):
    entry = entry_of(exam, "numeric")
    answer(learner_client, entry, number="7")
    assert 'value="7"' in learner_client.get(entry.get_absolute_url()).content.decode()
    answer(learner_client, entry, number="0.25")
    learner_client.post(f"/practice/{exam.pk}/finish/")
    assert Answer.objects.get().is_right


def test_after_the_end_nothing_is_taken(learner_client, exam, answer):
    learner_client.post(f"/practice/{exam.pk}/finish/")
    page = answer(learner_client, entry_of(exam, "numeric"), number="0.25")
    assert page.url == f"/practice/{exam.pk}/summary/"
    assert "does not count" in learner_client.get(page.url).content.decode()
    assert not Answer.objects.exists()


def test_what_is_written_and_whole_counts_at_the_end(learner_client, exam):
    keep(entry_of(exam, "numeric"), {"text": "1/4", "value": 0.25}, ready=True)
    keep(entry_of(exam, "single"), {}, ready=False)
    learner_client.post(f"/practice/{exam.pk}/finish/")
    assert [answer.item.kind for answer in Answer.objects.all()] == ["numeric"]


def test_own_words_are_rated_after_the_end(learner_client, exam, answer):
    entry = entry_of(exam, "free")
    page = answer(learner_client, entry, text="It drops units.")
    assert page.url == f"/practice/{exam.pk}/"
    page = learner_client.post(f"/practice/{exam.pk}/finish/", follow=True).content.decode()
    assert "Rate your own words" in page
    page = learner_client.get(entry.get_absolute_url()).content.decode()
    assert "identity at inference" in page
    assert "It drops units." in page
    answer(learner_client, entry, text="It drops units.", rating="2", rate="1")
    assert Answer.objects.get().response["rating"] == 2
    assert "Rate your own words" not in learner_client.get(f"/practice/{exam.pk}/summary/").content.decode()


def test_own_words_need_words(learner_client, exam, answer):
    page = answer(learner_client, entry_of(exam, "free"), text=" ").content.decode()
    assert "Write something first" in page
    assert "scales survivors" not in page


def test_the_items_of_an_exam_are_there_from_the_start(learner_client, make_question):
    for number in range(3):
        make_question(f"question-{number}")
    learner_client.post("/practice/", {"mode": "exam", "length": "10"})
    assert Session.objects.get().entries.count() == 10


def test_a_question_retired_before_it_was_answered_leaves_the_exam(learner_client, learner, session_of, make_question):
    session = session_of(learner, make_question("kept"), make_question("gone"), mode="exam")
    Question.objects.filter(slug="gone").update(state=State.RETIRED)
    learner_client.post(f"/practice/{session.pk}/finish/")
    assert learner_client.get(f"/practice/{session.pk}/summary/").context["summary"].unanswered == 4


def test_a_question_retired_after_it_was_answered_still_counts(learner_client, exam, answer):
    answer(learner_client, entry_of(exam, "numeric"))
    Question.objects.update(state=State.RETIRED)
    page = learner_client.post(f"/practice/{exam.pk}/finish/", follow=True).content.decode()
    assert "1 of 1 right" in page


def test_an_item_edited_meanwhile_is_judged_as_it_was_asked(learner_client, exam, answer):
    entry = entry_of(exam, "numeric")
    answer(learner_client, entry, number="0.25")
    entry.item.change({"kind": "numeric", "prompt": "Another one?", "answer": 3})
    learner_client.post(f"/practice/{exam.pk}/finish/")
    assert Answer.objects.get().is_right


def test_a_form_that_arrives_late_does_not_undo_a_newer_one(exam):
    entry = entry_of(exam, "numeric")
    take(entry, {"text": "0.25", "value": 0.25}, Sending("form", 3))
    assert not keep(entry, {"text": "7", "value": 7.0}, True, Sending("form", 2))
    take(entry, {"text": "8", "value": 8.0}, Sending("form", 1))
    assert Entry.objects.get(pk=entry.pk).draft["text"] == "0.25"


def test_another_tab_may_write_what_it_likes(exam):
    entry = entry_of(exam, "numeric")
    keep(entry, {"text": "1", "value": 1.0}, True, Sending("one tab", 9))
    assert keep(entry, {"text": "2", "value": 2.0}, True, Sending("another tab", 1))


def test_half_an_answer_does_not_take_the_place_of_a_whole_one(exam):
    entry = entry_of(exam, "numeric")
    take(entry, {"text": "0.25", "value": 0.25})
    assert not keep(entry, {"text": "0."}, False)


def test_handing_in_shows_what_is_open(learner_client, exam, answer):
    answer(learner_client, entry_of(exam, "numeric"))
    assert "3 steps still open" in learner_client.get(f"/practice/{exam.pk}/hand-in/").content.decode()


def test_queries_of_the_pages_of_an_exam_are_few(learner_client, exam, django_assert_max_num_queries):
    for page in ("1/", "hand-in/"):
        with django_assert_max_num_queries(9):
            learner_client.get(f"/practice/{exam.pk}/{page}")
