"""The mock interview: its parts, how questions follow up on each other, and the scorecard."""

import pytest

from exercises.folder import read_folder
from exercises.loading import store_all
from exercises.models import Exercise
from exercises.shipped import CONTENT
from quiz.bank.entries import read_questions
from quiz.bank.items import read_content
from quiz.bank.models import Answer
from quiz.practice.drawing import next_step, start_session
from quiz.practice.follow_ups import lines_of_questioning, nearness
from quiz.practice.interview import PARTS, interview
from quiz.practice.models import Session
from tests.quiz.practice.conftest import BUG, right_answer

pytestmark = pytest.mark.django_db
NUMBER = {"kind": "numeric", "prompt": "How much?", "answer": 2}
SINGLE = {"kind": "single", "prompt": "p", "options": [{"text": "a", "correct": True}, {"text": "b", "why": "No: b."}]}


@pytest.fixture
def softmax(db):
    store_all([read_folder(CONTENT / "softmax")])
    return Exercise.objects.get(slug="softmax")


@pytest.fixture
def bank(make_question, softmax):
    """Questions of three topics and three difficulties, with something easy and something harder in each."""
    for topic in ("training", "attention", "evaluation"):
        for difficulty in ("easy", "medium", "hard"):
            slug = f"{topic}-{difficulty}"
            items = [SINGLE, NUMBER | {"prompt": slug}]
            make_question(slug, topic=topic, difficulty=difficulty, items=items, exercises=["softmax"])
    make_question("buggy", topic="training", items=[read_content(BUG).prepared().stored()])


def walk(client, session, right):
    """The steps of an interview in which every answer is right, or none is."""
    steps = []
    while (entry := next_step(session)) is not None:
        steps.append(entry)
        if entry.exercise:
            client.post(entry.get_absolute_url())
            continue
        fields = {"unknown": "1"} if not right else _right(entry)
        client.post(entry.get_absolute_url(), fields)
    return steps


def _right(entry):
    return {"line": "6"} if entry.asked.kind == "bug" else right_answer(entry)


@pytest.mark.parametrize("exercises", [1, 2])
def test_an_interview_has_its_parts(learner_client, learner, bank, exercises):
    session = start_session(learner, interview((), exercises))
    steps = walk(learner_client, session, right=True)
    assert len(steps) == len(PARTS[exercises])
    assert sum(step.exercise_id is not None for step in steps) == 1  # softmax is all there is
    assert sum(step.item is not None and step.asked.kind == "bug" for step in steps) == 1
    assert len({step.asked.key for step in steps if step.item}) == sum(step.item is not None for step in steps)
    assert 2690 <= session.seconds_left <= 2700


@pytest.mark.parametrize(("right", "kind"), [(True, "numeric"), (False, "single")])
def test_a_right_answer_leads_deeper_a_miss_to_something_easier(learner_client, learner, bank, right, kind):
    session = start_session(learner, interview((), 1))
    opening, second = walk(learner_client, session, right)[:2]
    assert opening.asked.kind == "single"
    assert second.follows == opening.position
    assert second.asked.kind == kind
    assert (second.asked.question == opening.asked.question) == right
    if not right:
        assert second.asked.question.topic == opening.asked.question.topic
        assert second.asked.question.difficulty != "hard"


def test_each_line_is_about_another_topic(learner_client, learner, bank):
    steps = walk(learner_client, start_session(learner, interview((), 1)), right=True)
    openings = [step.asked for step in steps if step.item and not step.follows and step.asked.kind != "bug"]
    assert len({item.question.topic for item in openings}) == 3


def test_an_interview_keeps_to_its_topics(learner_client, learner, bank):
    steps = walk(learner_client, start_session(learner, interview(("attention",), 1)), right=True)
    assert {step.asked.question.topic for step in steps if step.item} == {"attention"}


def test_what_was_answered_stays_and_tells_nothing(learner_client, learner, bank):
    session = start_session(learner, interview((), 1))
    entry = next_step(session)
    learner_client.post(entry.get_absolute_url(), {"unknown": "1"})
    page = learner_client.get(entry.get_absolute_url()).content.decode()
    assert "You said that you don't know" in page
    assert "data-item" not in page
    assert "No: b." not in page
    learner_client.post(entry.get_absolute_url(), right_answer(entry))
    learner_client.post(f"/practice/{session.pk}/finish/")
    assert Answer.objects.get().outcome == "unknown"


def test_the_scorecard_says_how_it_went_and_what_to_do(learner_client, learner, bank):
    session = start_session(learner, interview((), 1))
    steps = walk(learner_client, session, right=False)
    response = learner_client.post(f"/practice/{session.pk}/finish/", follow=True)
    page = response.content.decode()
    card = response.context["card"]
    assert [area.name for area in card.areas] == ["Concepts", "Debugging", "Code"]
    assert {topic.level for topic in card.topics} == {"weak"}
    missed = next(step for step in steps if step.item)
    assert missed.asked.question.get_absolute_url() in page
    assert "/exercises/softmax/" in page
    assert "/review/" in page
    assert 'name="topics" value="attention"' in page


def test_the_scorecard_of_a_good_interview(learner_client, learner, bank):
    session = start_session(learner, interview((), 1))
    walk(learner_client, session, right=True)
    card = learner_client.post(f"/practice/{session.pk}/finish/", follow=True).context["card"]
    assert card.areas[0].level == "strong"
    assert card.areas[1].level == "strong"
    assert card.areas[2].level == "weak"


def test_the_page_says_what_comes_and_starts_it(learner_client, bank):
    page = learner_client.get("/practice/mock/").content.decode()
    assert "45 minutes" in page
    assert Session.objects.count() == 0
    response = learner_client.post("/practice/mock/", {"topics": ["attention"], "exercises": "2"}, follow=True)
    assert response.redirect_chain[-1][0].endswith("/1/")
    assert "An interview is under way" in learner_client.get("/practice/mock/").content.decode()


@pytest.mark.parametrize("data", [{"topics": "cooking"}, {"exercises": "9"}, {"exercises": "x"}])
def test_a_choice_that_is_not_offered_is_a_form_error(learner_client, bank, data):
    assert learner_client.post("/practice/mock/", data).status_code == 422


def test_without_anything_to_ask_it_says_so(learner_client, db):
    assert "nothing of that kind" in learner_client.post("/practice/mock/", {}, follow=True).content.decode()


def test_a_step_of_an_interview_takes_few_queries(learner_client, learner, bank, django_assert_max_num_queries):
    session = start_session(learner, interview((), 1))
    entry = next_step(session)
    with django_assert_max_num_queries(9):
        learner_client.get(entry.get_absolute_url())
    with django_assert_max_num_queries(16):
        learner_client.post(entry.get_absolute_url(), right_answer(entry))
    with django_assert_max_num_queries(32):
        learner_client.get(session.get_absolute_url())


def test_the_lines_of_questioning_name_questions_that_exist():
    slugs = {entry.slug for entry in read_questions(CONTENT.parents[1] / "quiz" / "bank" / "content")}
    lines = lines_of_questioning()
    assert {slug for line in lines for slug in line} <= slugs
    assert all(len(set(line)) == len(line) >= 3 for line in lines)


def test_a_line_leads_forward_and_back():
    lines = [("a", "b", "c"), ("x", "c", "b")]
    assert nearness("b", lines, forward=True) == {"c": 1}
    assert nearness("b", lines, forward=False) == {"a": 1, "c": 1, "x": 2}
