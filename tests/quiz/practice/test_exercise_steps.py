"""Code exercises as steps: what was submitted within the session counts, and a link leads back."""

from datetime import timedelta

import pytest
from django.utils import timezone

from exercises.folder import read_folder
from exercises.loading import store_all
from exercises.models import Draft, Exercise, Submission
from exercises.shipped import CONTENT
from quiz.practice.drawing import next_step
from quiz.practice.models import Entry, Session

pytestmark = pytest.mark.django_db


@pytest.fixture
def softmax(db):
    store_all([read_folder(CONTENT / "softmax")])
    return Exercise.objects.get(slug="softmax")


@pytest.fixture
def with_code(learner, session_of, softmax):
    """Makes a session whose last step is softmax."""

    def make(**wish):
        session = session_of(learner, **wish)
        session.append(exercise=softmax)
        session.length += 1
        session.save()
        return session

    return make


def step_of(session):
    return session.entries.select_related("session", "exercise").get(exercise__isnull=False)


def submit(session, verdict="accepted", created=None):
    exercise = Exercise.objects.get()
    return Submission.objects.create(
        user=session.user,
        exercise=exercise,
        version=exercise.version,
        framework="numpy",
        source="x",
        verdict=verdict,
        created=created or timezone.now(),
    )


def test_every_fifth_step_of_a_mixed_session_is_code(learner_client, make_question, softmax):
    for number in range(4):
        make_question(f"question-{number}", exercises=["softmax"])
    learner_client.post("/practice/", {"length": "10", "mixed": "on"})
    session = Session.objects.get()
    for _ in range(5):
        step = next_step(session)
        step.skip()
    assert step.exercise == softmax
    assert session.exercises == 2


def test_the_step_leads_to_the_workbench_and_back(learner_client, with_code):
    step = step_of(with_code())
    page = learner_client.get(step.get_absolute_url()).content.decode()
    assert 'href="/exercises/softmax/"' in page
    workbench = learner_client.get("/exercises/softmax/?framework=torch").content.decode()
    assert f'href="{step.get_absolute_url()}"' in workbench
    assert "data-clock" not in workbench


def test_the_clock_runs_on_in_the_workbench(learner_client, with_code):
    learner_client.get(step_of(with_code(mode="mock", minutes=45)).get_absolute_url())
    assert "data-clock" in learner_client.get("/exercises/softmax/").content.decode()


@pytest.mark.parametrize("page", ["/exercises/", "/", "/practice/"])
def test_other_pages_show_no_way_back(learner_client, with_code, page):
    learner_client.get(step_of(with_code()).get_absolute_url())
    assert "Back to Regularisation" not in learner_client.get(page).content.decode()


def test_no_way_back_without_a_session(learner_client, softmax):
    assert "under-way" not in learner_client.get("/exercises/softmax/").content.decode()


def test_the_way_back_ends_with_the_session(learner_client, with_code):
    session = with_code(mode="exam")
    learner_client.get(step_of(session).get_absolute_url())
    learner_client.post(f"/practice/{session.pk}/finish/")
    assert "under-way" not in learner_client.get("/exercises/softmax/").content.decode()


def test_what_is_accepted_within_the_session_counts(learner_client, with_code):
    session = with_code()
    accepted = submit(session)
    assert "✓ Solved" in learner_client.get(step_of(session).get_absolute_url()).content.decode()
    assert step_of(session).submission == accepted
    assert "1 of 5 answered" in learner_client.get(f"/practice/{session.pk}/1/").content.decode()


def test_what_was_accepted_before_does_not_count(learner_client, with_code):
    session = with_code()
    submit(session, created=session.created - timedelta(minutes=1))
    assert "✓ Solved" not in learner_client.get(step_of(session).get_absolute_url()).content.decode()


def test_what_others_solve_does_not_count(learner_client, with_code, stranger):
    session = with_code()
    Submission.objects.filter(pk=submit(session).pk).update(user=stranger)
    assert "✓ Solved" not in learner_client.get(step_of(session).get_absolute_url()).content.decode()


def test_a_wrong_one_is_told_and_the_step_stays_open(learner_client, with_code):
    session = with_code()
    submit(session, "wrong_answer")
    assert "none accepted yet" in learner_client.get(step_of(session).get_absolute_url()).content.decode()
    assert step_of(session).settled is None


def test_a_verdict_that_comes_after_the_end_counts_by_when_it_was_sent(learner_client, with_code):
    session = with_code(mode="mock", minutes=45, exercises=1)
    sent = submit(session, verdict="")
    learner_client.post(f"/practice/{session.pk}/finish/")
    Submission.objects.filter(pk=sent.pk).update(verdict="accepted")
    card = learner_client.get(f"/practice/{session.pk}/summary/").context["card"]
    assert card.areas[-1].right == 1


def test_what_is_sent_after_the_end_does_not_count(learner_client, with_code):
    session = with_code(mode="mock", minutes=45, exercises=1)
    learner_client.post(f"/practice/{session.pk}/finish/")
    submit(session, created=timezone.now() + timedelta(minutes=1))
    assert learner_client.get(f"/practice/{session.pk}/summary/").context["summary"].solved == 0


@pytest.mark.parametrize("ago", [timedelta(0), timedelta(days=2)])
def test_what_stands_in_the_editor_is_submitted_when_the_time_is_over(learner_client, learner, with_code, ago):
    session = with_code(mode="mock", minutes=45, exercises=1)
    Draft.objects.create(user=learner, exercise=Exercise.objects.get(), framework="numpy", source="def softmax(): 1")
    end = timezone.now() - ago
    Session.objects.filter(pk=session.pk).update(deadline=end, created=end - timedelta(minutes=45))
    Draft.objects.update(updated=end - timedelta(seconds=1))
    learner_client.get(f"/practice/{session.pk}/")
    sent = Submission.objects.get()
    assert sent.source == "def softmax(): 1"
    assert sent.created <= end + timedelta(seconds=1)


def test_a_draft_for_a_gpu_that_has_gone_is_submitted_for_the_cpu(learner_client, learner, with_code):
    session = with_code(mode="mock", minutes=45, exercises=1)
    Draft.objects.create(user=learner, exercise=Exercise.objects.get(), framework="torch", device="cuda", source="x")
    learner_client.post(f"/practice/{session.pk}/finish/")
    assert Submission.objects.get().device == "cpu"


def test_an_old_draft_is_not_submitted(learner_client, learner, with_code):
    session = with_code(mode="mock", minutes=45, exercises=1)
    Draft.objects.create(user=learner, exercise=Exercise.objects.get(), framework="numpy", source="old")
    Draft.objects.update(updated=session.created - timedelta(days=1))
    learner_client.post(f"/practice/{session.pk}/finish/")
    assert not Submission.objects.exists()


def test_an_exercise_can_be_left_and_solved_later(learner_client, with_code):
    session = with_code()
    step = step_of(session)
    learner_client.post(step.get_absolute_url())
    assert step_of(session).settled
    page = learner_client.get(step.get_absolute_url()).content.decode()
    assert "Go on" in page
    submit(session)
    learner_client.get(step.get_absolute_url())
    assert step_of(session).submission


def test_a_step_is_an_item_or_an_exercise(with_code, softmax):
    entry = step_of(with_code())
    assert Entry.objects.filter(item__isnull=True, exercise__isnull=True).count() == 0
    with pytest.raises(AssertionError):
        _ = entry.asked


def test_an_exercise_taken_back_leaves_the_session(learner_client, with_code):
    session = with_code()
    step = step_of(session)
    Exercise.objects.update(published=False)
    page = learner_client.get(step.get_absolute_url(), follow=True)
    assert "goes on without it" in page.content.decode()
    assert session.counted().count() == 4


def test_the_summary_names_the_code(learner_client, with_code):
    session = with_code()
    submit(session, "wrong_answer")
    page = learner_client.post(f"/practice/{session.pk}/finish/", follow=True).content.decode()
    assert "✗ not accepted" in page


def test_queries_of_a_code_step_are_few(learner_client, with_code, django_assert_max_num_queries):
    step = step_of(with_code())
    with django_assert_max_num_queries(15):
        learner_client.get(step.get_absolute_url())
