"""Reporting a problem: by whom, about what, and what the authors see."""

import pytest

from exercises.folder import read_folder
from exercises.loading import store_all
from exercises.models import Exercise, Submission
from exercises.shipped import CONTENT
from quiz.reports.models import Problem, State
from quiz.reports.views import MOST_AN_HOUR

pytestmark = pytest.mark.django_db
REPORT = {"sort": "wrong", "text": "The right option is the second one."}


@pytest.fixture
def question(make_question):
    return make_question()


@pytest.fixture
def submission(learner):
    store_all([read_folder(CONTENT / "softmax")])
    exercise = Exercise.objects.get()
    return Submission.objects.create(
        user=learner, exercise=exercise, version=exercise.version, framework="numpy", source="def softmax(): pass",
        verdict="wrong_answer", seed=7, report={"verdict": "wrong_answer", "cases": []},
    )  # fmt: skip


def test_a_visitor_reports_a_question(client, question):
    page = client.get("/report/?question=dropout").content.decode()
    assert "About <a" in page
    response = client.post("/report/?question=dropout", REPORT, follow=True)
    assert response.redirect_chain[-1][0] == "/questions/dropout/"
    assert "Your report is with the authors" in response.content.decode()
    problem = Problem.objects.get()
    assert (problem.question, problem.reporter, problem.state) == (question, None, State.OPEN)


def test_an_item_is_reported_after_its_verdict(learner, learner_client, question):
    item = question.live_items().first()
    response = learner_client.post(f"/report/?item={item.pk}", REPORT)
    assert response.url == f"/questions/dropout/#item-{item.key.hex}"
    problem = Problem.objects.get()
    assert (problem.question, problem.item, problem.reporter) == (question, item, learner)


def test_a_verdict_is_reported_with_the_submission(learner, learner_client, submission):
    page = learner_client.get(f"/report/?submission={submission.pk}").content.decode()
    assert "I think the verdict is wrong" in page
    learner_client.post(f"/report/?submission={submission.pk}", REPORT | {"sort": "verdict"})
    problem = Problem.objects.get()
    assert (problem.submission, problem.exercise) == (submission, submission.exercise)
    assert problem.evidence["source"] == "def softmax(): pass"
    assert problem.evidence["device"] == "cpu"
    assert (problem.evidence["submission"], problem.evidence["seed"]) == (submission.pk, 7)
    submission.delete()
    problem.refresh_from_db()
    assert problem.evidence["verdict"] == "wrong_answer"


def test_others_submissions_are_not_there_to_report(stranger_client, submission):
    assert stranger_client.get(f"/report/?submission={submission.pk}").status_code == 404


def test_the_pages_lead_to_the_form(client, learner_client, question, submission):
    assert "/report/?question=dropout" in client.get("/questions/dropout/").content.decode()
    assert "/report/?exercise=softmax" in client.get("/exercises/softmax/").content.decode()
    assert f"/report/?submission={submission.pk}" in learner_client.get(submission.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    "query",
    ["", "?question=nothing", "?item=x", "?item=99999999999999999999", "?item=²", "?submission=1", "?exercise="],
)
def test_what_is_not_there_cannot_be_reported(client, query):
    assert client.get(f"/report/{query}").status_code == 404


@pytest.mark.parametrize("state", ["draft", "retired"])
def test_what_is_not_published_cannot_be_reported(client, make_question, state):
    item = make_question("hidden", state=state).live_items().first()
    assert client.get("/report/?question=hidden").status_code == 404
    assert client.get(f"/report/?item={item.pk}").status_code == 404


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"text": ""}, "Say in a sentence what is wrong."),
        ({"text": "bad"}, "Say a little more"),
        ({"text": "x" * 2001}, "At most 2000 characters"),
        ({"sort": ""}, "Choose what is wrong."),
        ({"sort": "verdict"}, "Select a valid choice"),
        ({"sort": "nonsense"}, "Select a valid choice"),
    ],
)
def test_a_report_that_says_nothing_is_refused_with_a_sentence(client, question, change, complaint):
    response = client.post("/report/?question=dropout", REPORT | change)
    assert response.status_code == 422
    assert complaint in response.content.decode()
    assert not Problem.objects.exists()


def test_a_double_click_reports_once(learner_client, question):
    for _ in range(2):
        learner_client.post("/report/?question=dropout", REPORT)
    assert Problem.objects.count() == 1


def test_there_is_a_limit(learner_client, question):
    for number in range(MOST_AN_HOUR):
        learner_client.post("/report/?question=dropout", REPORT | {"text": f"Report number {number} of many."})
    response = learner_client.post("/report/?question=dropout", REPORT)
    assert response.status_code == 429
    assert Problem.objects.count() == MOST_AN_HOUR


def test_what_people_write_is_shown_as_text(teacher_client, client, question):
    client.post("/report/?question=dropout", REPORT | {"text": "<script>alert(1)</script> is wrong"})
    page = teacher_client.get("/admin/reports/problem/").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_the_queue_shows_what_is_open(teacher_client, learner_client, question, submission):
    learner_client.post("/report/?question=dropout", REPORT)
    learner_client.post(f"/report/?submission={submission.pk}", REPORT)
    problem = Problem.objects.first()
    page = teacher_client.get("/admin/reports/problem/").content.decode()
    assert f"the verdict on submission #{submission.pk}" in page
    detail = teacher_client.get(f"/admin/reports/problem/{problem.pk}/change/").content.decode()
    assert "Grade it again" in detail
    assert "seed: 7" in detail
    teacher_client.post("/admin/reports/problem/", {"action": "fixed", "_selected_action": [problem.pk]})
    assert Problem.objects.get(pk=problem.pk).state == State.FIXED
    assert "the verdict on submission" not in teacher_client.get("/admin/reports/problem/").content.decode()
    assert "the verdict on submission" in teacher_client.get("/admin/reports/problem/?state=all").content.decode()


def test_the_note_of_an_author_is_kept(teacher_client, learner_client, question):
    learner_client.post("/report/?question=dropout", REPORT)
    problem = Problem.objects.get()
    address = f"/admin/reports/problem/{problem.pk}/change/"
    teacher_client.post(address, {"state": "declined", "note": "It is right: see the paper."})
    problem.refresh_from_db()
    assert (problem.state, problem.note) == (State.DECLINED, "It is right: see the paper.")
    assert problem.text == REPORT["text"]


def test_a_report_outlives_its_reporter(learner, learner_client, question):
    learner_client.post("/report/?question=dropout", REPORT)
    learner.delete()
    assert Problem.objects.get().reporter is None
