"""The list of questions, a question's page, and answers given there and on the home page."""

import re

import pytest
from django.db import connection
from django.template import Context, Template
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from quiz.bank.models import Answer, Question, State
from quiz.bank.presenting import ticket
from quiz.board.models import Award

pytestmark = pytest.mark.django_db
SEED = 3


def item_of(question, kind):
    return question.live_items().get(kind=kind)


def send(client, item, htmx=True, **fields):
    address = f"/questions/{item.question.slug}/items/{item.pk}/"
    headers = {"HX-Request": "true"} if htmx else {}
    return client.post(address, {"ticket": ticket(item, SEED), **fields}, headers=headers)


def place_of(item, text):
    options = item.content.shown(SEED, {}, revealed=False)["options"]
    return next(option.place for option in options if option.text == text)


def test_the_list_shows_published_questions_only(client, make_question):
    make_question("dropout")
    make_question("secret", state=State.DRAFT)
    make_question("old", state=State.RETIRED)
    page = client.get("/questions/").content.decode()
    assert "/questions/dropout/" in page
    assert "/questions/secret/" not in page
    assert "/questions/old/" not in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("topic=training", ["momentum"]),
        ("difficulty=hard", ["dropout"]),
        ("kind=free", ["dropout"]),
        ("set=fifteen", ["momentum"]),
        ("q=SURVIVOR", ["dropout"]),
        ("q=survivor+momentum", []),
        ("q=%00%25_", []),
        ("topic=nonsense&page=-3&difficulty=%00", ["dropout", "momentum"]),
        ("topic=training&kind=free", []),
    ],
)
def test_filters_are_links(client, make_question, query, found):
    make_question("dropout", difficulty="hard")
    make_question("momentum", topic="training", seed=5, items=[{"kind": "numeric", "prompt": "p", "answer": 1}])
    response = client.get(f"/questions/?{query}")
    assert response.status_code == 200
    assert sorted(question.slug for question, _ in response.context["rows"]) == found


def test_typing_in_the_search_gets_the_rows_alone(client, make_question):
    make_question("dropout")
    page = client.get("/questions/?q=drop", headers={"HX-Request": "true"}).content.decode()
    assert "/questions/dropout/" in page
    assert "<html" not in page


def test_the_list_shows_how_far_one_has_come(learner_client, learner, make_question):
    question = make_question("dropout")
    for item in question.live_items():
        Answer.objects.create(user=learner, item=item, seed=0, response={}, outcome="right", score=1)
    tried = make_question("tried")
    Answer.objects.create(user=learner, item=item_of(tried, "single"), seed=0, response={}, outcome="wrong", score=0)
    make_question("new")
    rows = learner_client.get("/questions/").context["rows"]
    assert {question.slug: progress for question, progress in rows} == {
        "dropout": "done",
        "tried": "tried",
        "new": "new",
    }


def test_the_answers_are_not_in_the_page_before_answering(client, make_question):
    make_question("dropout", explanation="The whole secret.")
    page = client.get("/questions/dropout/").content.decode()
    for secret in ("keep probability", "It lowers the noise", "0.25", "identity at inference", "The whole secret"):
        assert secret not in page
    assert 'value="0"' in page


def test_the_explanation_is_a_link_away(client, make_question):
    make_question("dropout", explanation="The whole secret.")
    redirect = client.get("/questions/dropout/explanation/")
    assert "The whole secret" in client.get(redirect.url).content.decode()
    assert (
        "The whole secret"
        in client.get("/questions/dropout/explanation/", headers={"HX-Request": "true"}).content.decode()
    )


@pytest.mark.parametrize("state", [State.DRAFT, State.RETIRED])
def test_what_is_not_published_is_for_staff(client, teacher_client, make_question, state):
    make_question("dropout", state=state)
    assert client.get("/questions/dropout/").status_code == 404
    assert "only staff can see" in teacher_client.get("/questions/dropout/").content.decode()


def test_a_right_answer_gets_a_verdict_in_place_and_points_once(learner_client, learner, make_question):
    item = item_of(make_question(), "single")
    for _ in range(3):
        page = send(learner_client, item, option=place_of(item, "x/(1-p)")).content.decode()
    assert "<html" not in page
    assert "Right" in page
    assert "Right only if p were the keep probability" in page
    assert list(Award.objects.values_list("user", "kind", "key")) == [(learner.pk, "item", item.key.hex)]


@pytest.mark.parametrize("htmx", [True, False])
def test_a_double_submit_counts_once_and_shows_the_first_verdict(learner_client, make_question, htmx):
    item = item_of(make_question(), "numeric")
    send(learner_client, item, htmx, number="0.5")
    response = send(learner_client, item, htmx, number="0.25")
    page = (response if htmx else learner_client.get(response.url)).content.decode()
    assert "That is its value there." in page
    assert Answer.objects.get().outcome == "wrong"


def test_points_are_given_once_for_an_item_that_was_edited(learner_client, make_question):
    item = item_of(make_question(), "numeric")
    send(learner_client, item, number="1/4")
    changed = item.change(item.body | {"prompt": "And the derivative at zero?"})
    send(learner_client, changed, number="0.25")
    assert Award.objects.count() == 1


def test_without_script_the_answer_leads_to_a_page_with_the_verdict(learner_client, make_question):
    item = item_of(make_question(), "single")
    response = send(learner_client, item, htmx=False, option=place_of(item, "x/p"))
    page = learner_client.get(response.url).content.decode()
    assert "Not right" in page
    assert f'id="item-{item.key.hex}"' in page
    assert Answer.objects.count() == 1


def test_an_answer_is_shown_to_its_owner_only(learner_client, stranger_client, make_question):
    item = item_of(make_question(), "single")
    response = send(learner_client, item, htmx=False, option=0)
    assert "verdict__word" in learner_client.get(response.url).content.decode()
    assert "verdict__word" not in stranger_client.get(response.url).content.decode()
    assert "verdict__word" not in Client().get(response.url).content.decode()


def test_not_knowing_is_an_answer_that_explains(learner_client, make_question):
    item = item_of(make_question(), "numeric")
    page = send(learner_client, item, unknown=1).content.decode()
    assert "Now you know" in page
    assert "<strong>0.25</strong>" in page
    assert Answer.objects.get().outcome == "unknown"


@pytest.mark.parametrize("number", ["", "nan", "1,024", "<script>alert(1)</script>", "9" * 5000])
def test_a_refused_number_counts_for_nothing_and_stays_in_the_form(learner_client, make_question, number):
    item = item_of(make_question(), "numeric")
    page = send(learner_client, item, number=number).content.decode()
    assert 'role="alert"' in page
    assert "<script>alert" not in page
    assert not Answer.objects.exists()


def test_free_recall_in_two_steps(learner_client, make_question):
    item = item_of(make_question(), "free")
    page = send(learner_client, item, text="It <b>drops</b> units").content.decode()
    assert "scales survivors" in page
    assert "It &lt;b&gt;drops&lt;/b&gt; units" in page
    assert not Answer.objects.exists()
    page = send(learner_client, item, text="It drops units", rating=2, point=1, rate=1).content.decode()
    assert "Rated by yourself" in page
    assert Answer.objects.get().score is None


def test_answering_makes_a_guest_and_looking_does_not(make_question, django_user_model):
    client = Client(enforce_csrf_checks=True)
    item = item_of(make_question(), "single")
    page = client.get("/questions/dropout/").content.decode()
    assert not django_user_model.objects.exists()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[1]
    for _ in range(2):  # the forms of the page stay valid after the first answer
        assert send(client, item, option=0, csrfmiddlewaretoken=token).status_code == 200
    assert django_user_model.objects.get().is_guest


def test_a_forged_variant_is_not_judged(learner_client, make_question):
    item = item_of(make_question(), "single")
    address = f"/questions/dropout/items/{item.pk}/"
    for forged in ("", "3", "3:abc", ticket(item_of(item.question, "free"), SEED)):
        response = learner_client.post(address, {"ticket": forged, "option": 0}, headers={"HX-Request": "true"})
        assert response.headers["HX-Redirect"] == "/questions/dropout/"
    assert not Answer.objects.exists()


def test_an_answer_to_a_question_retired_meanwhile_is_judged(learner_client, make_question):
    item = item_of(make_question(), "numeric")
    Question.objects.update(state=State.RETIRED)
    assert "Right" in send(learner_client, item, number="0.25").content.decode()


def test_answering_by_get_is_refused_and_unknown_items_are_not_found(client, make_question):
    item = item_of(make_question(), "single")
    assert client.get(f"/questions/dropout/items/{item.pk}/").status_code == 405
    assert client.post("/questions/dropout/items/999999/").status_code == 404
    assert client.post("/questions/dropout/items/99999999999999999999999/").status_code == 404
    assert client.get("/questions/no-such/").status_code == 404


def first_question(user):
    request = RequestFactory().get("/")
    request.user = user
    return Template("{% load bank %}{% first_question %}").render(Context({"request": request, "csrf_token": "t"}))


def test_the_home_page_has_a_question_of_the_fifteen(guest, make_question):
    make_question("ours")
    item = item_of(make_question("seed", seed=1), "single")
    page = first_question(guest)
    assert f'action="/questions/seed/items/{item.pk}/"' in page
    assert "keep probability" not in page


def test_the_home_page_goes_on_when_that_one_is_right(learner, make_question):
    answered, following = make_question("seed", seed=1), make_question("next", seed=2)
    item = item_of(answered, "single")
    Answer.objects.create(user=learner, item=item, seed=0, response={"chosen": [0]}, outcome="right", score=1)
    assert f"/questions/next/items/{item_of(following, 'single').pk}/" in first_question(learner)


def test_the_home_page_without_questions_leads_to_practice(guest):
    assert "/practice/" in first_question(guest)


@pytest.mark.parametrize(("address", "most"), [("/questions/", 8), ("/questions/question-3/", 7)])
def test_queries_do_not_grow(learner_client, make_question, address, most):
    for number in range(30):
        make_question(f"question-{number}")
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert learner_client.get(address).status_code == 200
    assert len(queries) <= most


def test_queries_of_an_answer_are_few(learner_client, make_question, django_assert_max_num_queries):
    first, second = (item_of(make_question(slug), "single") for slug in ("dropout", "momentum"))
    with django_assert_max_num_queries(31):  # a person's very first: its card, day, award and scores are new rows
        send(learner_client, first, option=place_of(first, "x/(1-p)"))
    with django_assert_max_num_queries(25):
        send(learner_client, second, option=place_of(second, "x/(1-p)"))
