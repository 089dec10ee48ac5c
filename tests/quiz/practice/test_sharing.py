"""A session is shared by its seed: the same steps, the same numbers."""

import pytest

from quiz.bank.models import Question, State
from quiz.practice.models import Session

pytestmark = pytest.mark.django_db


@pytest.fixture
def shared(learner, session_of, make_question):
    generated = make_question("generated", items=[{"kind": "numeric", "generator": "dropout_variance"}])
    return session_of(learner, make_question(), generated, mode="exam", minutes=20)


def steps(session):
    return [(entry.position, entry.item_id, entry.seed) for entry in session.entries.order_by("position")]


def test_whoever_opens_the_link_gets_the_same(stranger_client, stranger, shared):
    page = stranger_client.get(f"/practice/shared/{shared.seed}/").content.decode()
    assert "5 steps, 20 minutes, explained at the end" in page
    assert not Session.objects.filter(user=stranger).exists()
    stranger_client.post(f"/practice/shared/{shared.seed}/")
    copy = Session.objects.get(user=stranger)
    assert steps(copy) == steps(shared)
    assert copy.is_silent
    assert copy.seconds_left > 1190
    numeric = copy.entries.select_related("item").last()
    assert (
        numeric.asked.content.question(numeric.seed)
        in stranger_client.get(numeric.get_absolute_url()).context["screen"].shown.prompt
    )


def test_it_is_done_once_by_each(learner_client, stranger_client, stranger, shared):
    for _ in range(2):
        stranger_client.post(f"/practice/shared/{shared.seed}/")
    assert Session.objects.filter(user=stranger).count() == 1
    assert "Go on with it" in stranger_client.get(f"/practice/shared/{shared.seed}/").content.decode()
    assert learner_client.post(f"/practice/shared/{shared.seed}/").url == shared.get_absolute_url()


def test_the_summary_shows_the_seed_and_the_link(learner_client, shared):
    page = learner_client.post(f"/practice/{shared.pk}/finish/", follow=True).content.decode()
    assert f"<code>{shared.seed}</code>" in page
    assert f"http://testserver/practice/shared/{shared.seed}/" in page


def test_the_seed_can_be_typed(stranger_client, shared):
    assert stranger_client.get(f"/practice/shared/?seed= {shared.seed} ").url == f"/practice/shared/{shared.seed}/"


@pytest.mark.parametrize("seed", ["", "7", "-1", "x", "9" * 30, "²"])
def test_a_seed_that_is_none_is_told(stranger_client, seed):
    page = stranger_client.get("/practice/shared/", {"seed": seed}, follow=True).content.decode()
    assert "no session with that seed" in page


@pytest.mark.parametrize("seed", ["7", "9" * 30])
def test_an_unknown_link_is_not_found(stranger_client, seed):
    assert stranger_client.get(f"/practice/shared/{seed}/").status_code == 404


def test_what_was_retired_is_left_out(stranger_client, stranger, shared):
    Question.objects.filter(slug="dropout").update(state=State.RETIRED)
    stranger_client.post(f"/practice/shared/{shared.seed}/")
    copy = Session.objects.get(user=stranger)
    assert copy.length == copy.entries.count() == 1


def test_every_session_has_another_seed(learner, session_of, make_question):
    question = make_question()
    assert len({session_of(learner, question).seed for _ in range(50)}) == 50
