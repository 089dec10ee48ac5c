"""The search page: what it finds for whom, what it never shows, and what it costs."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from exercises.folder import read_folder
from exercises.loading import store_all
from exercises.models import Exercise, Submission
from exercises.shipped import CONTENT
from quiz.bank.models import Answer, Question, State
from quiz.search.current import Current

pytestmark = pytest.mark.django_db
SECRET = {
    "kind": "ordering",
    "prompt": "Put the steps in order.",
    "steps": ["zebra first", "yak second", "xerus third"],
}


@pytest.fixture
def content(make_question):
    store_all([read_folder(CONTENT / slug) for slug in ("softmax", "param-count")])
    return make_question("dropout", title="What does dropout do?", explanation="Walruses are never shown.")


def found(client, query, **headers):
    return client.get("/search/", {"q": query} if isinstance(query, str) else query, headers=headers)


def titles(response):
    return [row.document.title for row in response.context["rows"]]


def test_questions_exercises_and_the_reference_are_found(client, content):
    response = found(client, "softmax")
    assert {row.document.what for row in response.context["rows"]} == {"exercise", "function"}
    assert titles(found(client, "dropout"))[:2] == ["What does dropout do?", "dropout"]


def test_an_exercise_is_found_by_a_word_of_its_statement(client, content):
    """It stands nowhere else: not in the title, the summary or the topic."""
    assert "exercise" in {row.document.what for row in found(client, "thousands").context["rows"]}


def test_the_empty_search_gives_examples(client, content):
    response = found(client, "")
    assert "?q=BN" in response.content.decode()
    assert titles(response) == []


def test_words_are_marked(client, content):
    assert "What does <mark>dropout</mark> do?" in found(client, "dropout").content.decode()


@pytest.mark.parametrize("state", [State.DRAFT, State.RETIRED])
def test_what_is_not_published_is_not_found(client, make_question, state):
    make_question("platypus", title="The platypus", state=state)
    assert titles(found(client, "platypus")) == []


def test_a_change_in_another_process_is_found(client, content):
    assert titles(found(client, "platypus")) == []
    Question.objects.filter(pk=content.pk).get()
    content.title = "The platypus"
    content.save()
    content.index()
    assert titles(found(client, "platypus")) == ["The platypus"]
    content.state = State.RETIRED
    content.save()
    assert titles(found(client, "platypus")) == []


def test_an_exercise_that_is_taken_out_is_not_found(client, content):
    Exercise.objects.filter(slug="softmax").update(published=False)
    assert "exercise" not in {row.document.what for row in found(client, "softmax").context["rows"]}


def test_the_index_is_made_once_for_the_same_content(client, content, django_assert_num_queries):
    current = Current()
    index = current()
    with django_assert_num_queries(2):
        assert current() is index


def test_answers_are_searched_but_never_shown(client, make_question):
    make_question("order", title="Steps", items=[SECRET])
    for words in ("zebra", "yak"):
        response = found(client, words)
        assert titles(response) == ["Steps"]
        page = response.content.decode()
        assert not any(step in page for step in ("zebra first", "yak second", "xerus"))


def test_explanations_are_searched_but_never_shown(client, content):
    response = found(client, "walruses")
    assert titles(response) == ["What does dropout do?"]
    assert "never shown" not in response.content.decode()


@pytest.mark.parametrize(
    ("filters", "kept"),
    [
        ({"kind": "question"}, {"question"}),
        ({"kind": "function"}, {"function"}),
        ({"topic": "regularisation", "kind": "question"}, {"question"}),
        ({"difficulty": "hard"}, set()),
        ({"topic": "nonsense", "kind": "x"}, {"question", "function"}),
    ],
)
def test_filters_narrow_it_down(client, content, filters, kept):
    rows = found(client, {"q": "dropout"} | filters).context["rows"]
    assert {row.document.what for row in rows} == kept


def test_done_and_not_done(learner, learner_client, content):
    for item in content.live_items():
        Answer.objects.create(user=learner, item=item, seed=0, response={}, outcome="right", score=1)
    exercise = Exercise.objects.get(slug="softmax")
    Submission.objects.create(
        user=learner, exercise=exercise, version=exercise.version, framework="numpy", source="", verdict="accepted"
    )
    assert titles(found(learner_client, {"q": "dropout", "you": "done"})) == ["What does dropout do?"]
    assert titles(found(learner_client, {"q": "dropout", "you": "new"})) == []
    assert titles(found(learner_client, {"q": "softmax", "you": "tried"})) == [exercise.title]
    assert "tried" in found(learner_client, "softmax").content.decode()


def test_htmx_gets_the_part_that_changes(client, content):
    page = found(client, "dropout", hx_request="true", hx_target="results")
    assert "<html" not in page.content.decode()
    assert page["HX-Replace-Url"] == "/search/?q=dropout"
    few = found(client, "dropout", hx_request="true", hx_target="site-search-results")
    assert "data-hit" in few.content.decode()
    assert "filters__group" not in few.content.decode()
    assert {"HX-Request", "HX-Target"} <= set(few["Vary"].replace(" ", "").split(","))


def test_every_page_has_the_field(client):
    assert 'id="site-search"' in client.get("/questions/").content.decode()


@pytest.mark.parametrize("query", ["<script>alert(1)</script>", "%00", "\x00", "a" * 5000, "' OR 1=1 --", "🦆"])
def test_odd_queries_are_searched_like_any_other(client, content, query):
    response = found(client, query)
    assert response.status_code == 200
    assert "<script>alert" not in response.content.decode()


def test_a_search_asks_the_database_a_bounded_number_of_times(learner_client, content):
    found(learner_client, "dropout")
    with CaptureQueriesContext(connection) as queries:
        found(learner_client, {"q": "softmax", "you": "new"})
    assert len(queries) <= 14
