"""What authors see of the figures."""

import pytest
from django.utils import timezone

from quiz.bank.answers import record_answer
from quiz.statistics.models import ItemStatistics
from quiz.statistics.updating import update_statistics
from tests.quiz.conftest import FREE, MULTIPLE, NUMBER, SINGLE

MATCHING = {"kind": "matching", "prompt": "Match.", "pairs": [{"left": f"l{n}", "right": f"r{n}"} for n in range(3)]}
BUG = {"kind": "bug", "code": "a = 1\nb = 2", "lines": ["b = 2"], "made": {"code": "a = 1\nb = 2", "places": [2]}}
RESPONSES = {
    "single": {"chosen": [1]},
    "multiple": {"chosen": [0, 2]},
    "numeric": {"text": "0.5", "value": 0.5},
    "free": {"text": "", "rating": 2, "points": []},
    "matching": {"matches": {"0": 0, "1": 2, "2": 1}},
    "bug": {"line": 1},
}


@pytest.fixture
def answered(learner, make_question):
    question = make_question(items=[SINGLE, MULTIPLE, NUMBER, FREE, MATCHING, BUG])
    for item in question.live_items():
        record_answer(learner, item, 1, RESPONSES[item.kind], 10.0)
    update_statistics(until=timezone.now())
    return question


def test_the_list_explains_its_figures(teacher_client, answered, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        page = teacher_client.get("/admin/statistics/itemstatistics/").content.decode()
    assert "Discrimination" in page
    assert "dropout/item-1" in page


@pytest.mark.parametrize(
    "query", ["?kind=single", "?topic=regularisation", "?suspicious__exact=0", "?o=5", "?q=dropout"]
)
def test_the_list_can_be_narrowed_and_ordered(teacher_client, answered, query):
    assert "dropout/item-1" in teacher_client.get(f"/admin/statistics/itemstatistics/{query}").content.decode()


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("single", ["x/p", "✓ right"]),
        ("multiple", ["weight decay"]),
        ("numeric", ["0.5"]),
        ("free", ["Most of it"]),
        ("matching", ["l1 → r2", "wrong"]),
        ("bug", ["Line 1", "wrong"]),
    ],
)
def test_the_page_of_an_item_shows_what_was_chosen(teacher_client, answered, kind, words):
    row = ItemStatistics.objects.get(item__kind=kind)
    page = teacher_client.get(f"/admin/statistics/itemstatistics/{row.pk}/change/").content.decode()
    assert all(word in page for word in words)


def test_the_page_of_a_question_shows_the_figures_of_its_items(teacher_client, answered):
    page = teacher_client.get(f"/admin/bank/question/{answered.pk}/change/").content.decode()
    assert "Discrimination" in page
    assert "/admin/statistics/itemstatistics/" in page


def test_learners_do_not_see_them(learner_client, answered):
    assert learner_client.get("/admin/statistics/itemstatistics/").status_code == 302


@pytest.mark.parametrize("key", ["²", "9" * 5000, "x"])
def test_the_figures_of_what_is_no_row_lead_back(teacher_client, key):
    assert teacher_client.get(f"/admin/statistics/itemstatistics/{key}/change/").status_code == 302
