"""The pages of the learning paths: what is done, in which framework, and what is next."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from exercises.folder import read_folder
from exercises.loading import store_all
from exercises.models import Exercise, Submission
from exercises.shipped import CONTENT
from quiz.bank.models import Item
from quiz.bank.presenting import ticket
from quiz.management.commands import load_content
from quiz.paths import views
from quiz.paths.entries import LearningPath, Stage, Step
from quiz.paths.walking import walks

pytestmark = pytest.mark.django_db
PATH = LearningPath(
    slug="short",
    title="A short path",
    outcome="You can walk.",
    stages=(
        Stage(title="First", about="Begin.", steps=(Step(question="dropout"), Step(exercise="softmax"))),
        Stage(title="Second", about="End.", steps=(Step(exercise="param-count"), Step(exercise="gone"))),
        Stage(title="Third", about="Nothing is published here.", steps=(Step(question="gone"),)),
    ),
)
AFTER = PATH.model_copy(update={"slug": "after", "title": "Another path"})
ONE = {"kind": "numeric", "prompt": "1 + 1?", "answer": 2}


@pytest.fixture(autouse=True)
def two_paths(monkeypatch, make_question):
    """Two short paths, and what is on them; `gone` is not published."""
    monkeypatch.setattr(views, "shipped_paths", lambda: [PATH, AFTER])
    make_question("dropout", items=[ONE])
    make_question("gone", state="retired")
    store_all([read_folder(CONTENT / slug) for slug in ("softmax", "param-count")])


def solve(user, slug, framework="numpy", verdict="accepted"):
    exercise = Exercise.objects.get(slug=slug)
    Submission.objects.create(
        user=user, exercise=exercise, version=exercise.version, framework=framework, source="x", verdict=verdict
    )


def answer(client, value):
    item = Item.objects.get(question__slug="dropout")
    client.post(f"/questions/dropout/items/{item.pk}/", {"ticket": ticket(item, 1), "number": value})


def step_of(page, title):
    [found] = re.findall(rf'<li class="place[^>]*>(?:(?!</li>).)*{title}(?:(?!</li>).)*</li>', page, re.DOTALL)
    return found


def test_the_map_links_to_each_path_and_says_what_it_gives(client):
    page = client.get("/paths/").content.decode()
    assert 'href="/paths/short/"' in page
    assert "You can walk." in page
    assert "2 exercises, 1 question" in page


def test_a_path_has_its_stages_and_steps_in_order(client):
    page = client.get("/paths/short/").content.decode()
    order = ("First", "/questions/dropout/", "/exercises/softmax/", "Second", "/exercises/param-count/")
    steps = page[page.index("<ol") :]
    places = [steps.index(text) for text in order]
    assert places == sorted(places)
    assert "0 of 3 steps done" in page
    assert 'href="/paths/after/"' in page


def test_what_is_not_published_is_left_out(client):
    page = client.get("/paths/short/").content.decode()
    assert "/gone/" not in page
    assert "Third" not in page


def test_a_visitor_begins_with_the_first_step(client):
    page = client.get("/paths/short/").content.decode()
    assert "Begin: Dropout" in page
    assert 'aria-current="step"' in step_of(page, "/questions/dropout/")


def test_an_exercise_is_done_when_it_is_solved_in_one_framework(learner_client, learner):
    solve(learner, "softmax", "torch")
    page = learner_client.get("/paths/short/").content.decode()
    step = step_of(page, "/exercises/softmax/")
    assert "place--done" in step
    assert "PyTorch: solved" in step
    assert "NumPy: new" in step
    assert "1 of 3 steps done" in page
    assert "NumPy: 0 of 2 exercises" in page
    assert "PyTorch: 1 of 1 exercises" in page


def test_a_question_is_done_when_it_is_answered_right(learner_client):
    answer(learner_client, "2")
    page = learner_client.get("/paths/short/").content.decode()
    assert "place--done" in step_of(page, "/questions/dropout/")
    assert "Go on: Softmax along an axis" in page


def test_a_wrong_answer_is_a_beginning(learner_client):
    answer(learner_client, "3")
    page = learner_client.get("/paths/short/").content.decode()
    assert "place--tried" in step_of(page, "/questions/dropout/")
    assert "Go on: Dropout" in page


def test_what_others_have_done_does_not_count(stranger_client, learner):
    solve(learner, "softmax")
    assert "0 of 3 steps done" in stranger_client.get("/paths/short/").content.decode()


def test_at_the_end_there_is_nothing_next(learner_client, learner):
    answer(learner_client, "2")
    solve(learner, "softmax")
    solve(learner, "param-count")
    page = learner_client.get("/paths/short/").content.decode()
    assert "3 of 3 steps done" in page
    assert "You have done all of it." in page
    assert 'aria-current="step"' not in page
    assert "all done" in learner_client.get("/paths/").content.decode()


def test_the_map_shows_how_far_one_is(learner_client, learner):
    solve(learner, "softmax")
    page = learner_client.get("/paths/").content.decode()
    assert "1 of 3 steps done" in page
    assert "Next: Dropout" in page


def test_an_unknown_path_is_not_found(client):
    assert client.get("/paths/nothing/").status_code == 404


def test_all_paths_together_take_few_queries(learner, learner_client):
    with CaptureQueriesContext(connection) as queries:
        walks(learner, [PATH, AFTER])
    assert len(queries) <= 5


def test_home_and_the_list_of_exercises_lead_here(client):
    assert 'href="/paths/' in client.get("/").content.decode()
    assert 'href="/paths/"' in client.get("/exercises/").content.decode()


def test_loading_refuses_a_path_that_leads_nowhere(monkeypatch):
    wrong = PATH.model_copy(update={"stages": PATH.stages[:1]})
    monkeypatch.setattr(load_content, "shipped_paths", lambda: [wrong])
    monkeypatch.setattr(load_content, "load_exercises", lambda _: None)
    monkeypatch.setattr(load_content, "load_questions", lambda _: None)
    load_content.Command().handle(verbosity=0)
    nowhere = wrong.model_copy(update={"stages": (Stage(title="A", about="B", steps=(Step(exercise="nowhere"),)),)})
    monkeypatch.setattr(load_content, "shipped_paths", lambda: [nowhere])
    with pytest.raises(load_content.CommandError, match="path short: A: there is no exercise “nowhere”"):
        load_content.Command().handle(verbosity=0)
