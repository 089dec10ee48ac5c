"""Authors in the admin: items by forms, previews, publishing, and what is read only."""

import pytest

from quiz.bank.item_forms import FORMS
from quiz.bank.items import KINDS
from quiz.bank.models import Answer, Item, Question, State
from quiz.practice.drawing import start_session
from quiz.practice.wish import Wish

pytestmark = pytest.mark.django_db
NEW = {
    "title": "What is momentum?",
    "slug": "momentum",
    "topic": "optimisation",
    "difficulty": "easy",
    "explanation": "A running mean.\r\n\r\nOf gradients.",
    "sources": "Polyak 1964\r\nSutskever 2013",
    "tags": "",
}
CHOICE = {
    "prompt": "What is $1+1$?",
    "explanation": "",
    "shuffle": "on",
    "rows-TOTAL_FORMS": 3,
    "rows-INITIAL_FORMS": 0,
    "rows-0-text": "2",
    "rows-0-correct": "on",
    "rows-1-text": "3",
    "rows-1-why": "Too many.",
}
NUMBER = {
    "prompt": "Slope of the sigmoid at 0?",
    "answer": "0.25",
    "tolerance": "0.01",
    "rows-TOTAL_FORMS": 1,
    "rows-INITIAL_FORMS": 0,
    "rows-0-value": "0.5",
    "rows-0-why": "Its value.",
}
ROWS = {"rows-TOTAL_FORMS": 4, "rows-INITIAL_FORMS": 0}
ORDERING = {"prompt": "Order.", "steps": "one\r\ntwo\r\nthree", "before": "1 2\r\n1 3"}
MATCHING = {
    "prompt": "Match.",
    "extra": "four",
    **ROWS,
    **{f"rows-{number}-left": f"a{number}" for number in range(3)},
    **{f"rows-{number}-right": f"b{number}" for number in range(3)},
}
FILL = {
    "prompt": "Fill.",
    "formula": "2*s",
    "variables": "s 0 1",
    **ROWS,
    "rows-0-text": "s",
    "rows-0-why": "Once only.",
}
BUG = {"prompt": "", "attempt": "softmax/wrong_answer-numpy-whole_array", "fixed": "softmax/accepted-numpy-shifted"}
FREE = {"prompt": "Explain.", "answer": "Like this.", "points": "one\r\ntwo\r\n\r\nthree"}


@pytest.fixture
def draft(make_question):
    return make_question("draft", state=State.DRAFT, items=())


def add(client, question, kind, data):
    return client.post(f"/admin/bank/question/{question.pk}/items/add/{kind}/", data)


def test_a_question_is_written_and_starts_as_a_draft(teacher_client):
    response = teacher_client.post("/admin/bank/question/add/", NEW)
    question = Question.objects.get()
    assert response.url == f"/admin/bank/question/{question.pk}/change/"
    assert (question.state, question.shipped) == (State.DRAFT, False)
    assert question.sources == ["Polyak 1964", "Sutskever 2013"]
    assert question.explanation == "A running mean.\n\nOf gradients."


@pytest.mark.parametrize(
    ("kind", "data", "body"),
    [
        (
            "single",
            CHOICE,
            {
                "kind": "single",
                "prompt": "What is $1+1$?",
                "options": [{"text": "2", "correct": True}, {"text": "3", "why": "Too many."}],
            },
        ),
        (
            "numeric",
            NUMBER,
            {
                "kind": "numeric",
                "prompt": "Slope of the sigmoid at 0?",
                "answer": 0.25,
                "tolerance": 0.01,
                "wrong": [{"value": 0.5, "why": "Its value."}],
            },
        ),
        (
            "numeric",
            {"generator": "dropout_variance", "rows-TOTAL_FORMS": 0, "rows-INITIAL_FORMS": 0},
            {"kind": "numeric", "generator": "dropout_variance"},
        ),
        (
            "free",
            FREE,
            {"kind": "free", "prompt": "Explain.", "answer": "Like this.", "points": ["one", "two", "three"]},
        ),
        (
            "ordering",
            ORDERING,
            {"kind": "ordering", "prompt": "Order.", "steps": ["one", "two", "three"], "before": [[1, 2], [1, 3]]},
        ),
        (
            "matching",
            MATCHING,
            {
                "kind": "matching",
                "prompt": "Match.",
                "pairs": [{"left": f"a{number}", "right": f"b{number}"} for number in range(3)],
                "extra": ["four"],
            },
        ),
        (
            "fill",
            FILL,
            {
                "kind": "fill",
                "prompt": "Fill.",
                "formula": "2*s",
                "variables": {"s": [0.0, 1.0]},
                "wrong": [{"text": "s", "why": "Once only."}],
            },
        ),
    ],
    ids=["single", "number", "generator", "free", "ordering", "matching", "fill"],
)
def test_an_item_is_written_in_a_form_of_its_kind(teacher_client, draft, kind, data, body):
    assert add(teacher_client, draft, kind, data).status_code == 302
    assert draft.live_items().get().body == body


def test_a_bug_is_made_from_an_attempt_and_edited_again(teacher_client, draft):
    add(teacher_client, draft, "bug", BUG)
    item = draft.live_items().get()
    assert item.body["made"]["places"] == [6]
    edit = f"/admin/bank/question/items/{item.pk}/"
    page = teacher_client.get(edit).content.decode()
    assert "whole_array" in page
    assert "the bug</span>" in page
    teacher_client.post(edit, BUG | {"prompt": "Where?"})
    assert draft.live_items().get().body["prompt"] == "Where?"


@pytest.mark.parametrize("kind", ["ordering", "matching", "fill"])
def test_what_was_written_stands_in_the_form_again(teacher_client, draft, kind):
    data = {"ordering": ORDERING, "matching": MATCHING, "fill": FILL}[kind]
    add(teacher_client, draft, kind, data)
    item = draft.live_items().get()
    page = teacher_client.get(f"/admin/bank/question/items/{item.pk}/")
    editor = page.context["editor"]
    sent = {name: editor.form[name].value() for name in editor.form.fields}
    rows = {f"rows-{n}-{name}": row[name].value() for n, row in enumerate(editor.rows or ()) for name in row.fields}
    filled = {name: value for name, value in (sent | rows).items() if value not in (None, "")}
    before = item.body
    initial = editor.rows.initial_form_count() if editor.rows else 0
    fields = {**filled, "rows-TOTAL_FORMS": initial, "rows-INITIAL_FORMS": initial}
    for name in ("steps", "before", "extra", "variables", "accepted"):
        if name in sent:
            fields[name] = editor.form.fields[name].prepare_value(sent[name]) or ""
    assert teacher_client.post(f"/admin/bank/question/items/{item.pk}/", fields).status_code == 302
    assert draft.live_items().get().body == before


@pytest.mark.parametrize("kind", KINDS)
def test_the_form_of_a_kind_has_a_field_for_all_that_can_be_said(kind):
    form = FORMS[kind]
    written = set(KINDS[kind].model_fields) - {"kind", "id", "made"}
    assert written == set(form.base_fields) | ({form.rows_name} - {""})


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_its_form(teacher_client, draft, kind):
    page = teacher_client.get(f"/admin/bank/question/{draft.pk}/items/add/{kind}/")
    assert page.status_code == 200
    assert "<textarea" in page.content.decode()


@pytest.mark.parametrize(
    ("kind", "data", "complaint"),
    [
        ("single", CHOICE | {"rows-1-why": ""}, "Options, row 2: a wrong option needs"),
        ("single", CHOICE | {"rows-0-correct": ""}, "Options, row 1: a wrong option needs"),
        ("multiple", CHOICE | {"prompt": " "}, "The prompt is missing"),
        ("numeric", NUMBER | {"answer": ""}, "Needs a prompt and an answer"),
        ("numeric", NUMBER | {"rows-0-value": "0.25"}, "counts as the right answer"),
        ("numeric", NUMBER | {"answer": "abc"}, "Enter a number"),
        ("free", FREE | {"points": "one"}, "Check points: at least 3 are needed, there are 1."),
        ("free", FREE | {"answer": ""}, "Model answer: is missing."),
        ("ordering", ORDERING | {"steps": "one"}, "Steps: at least 3 are needed, there are 1."),
        ("ordering", ORDERING | {"steps": "one\r\none\r\ntwo"}, "Two steps have the same text"),
        ("ordering", ORDERING | {"before": "1 9"}, "expected two numbers of steps"),
        ("matching", MATCHING | {"rows-0-right": ""}, "Pairs, row 1, Belongs to: is missing."),
        ("matching", ROWS | {"prompt": "Match."}, "Pairs: at least 3 are needed, there are 0."),
        ("numeric", NUMBER | {"rows-0-why": ""}, "The mistake that leads to it: is missing."),
        ("numeric", NUMBER | {"tolerance": "-1"}, "greater than or equal to 0"),
        ("fill", FILL | {"accepted": "3*s"}, "3*s is not equal to the formula"),
        ("fill", FILL | {"variables": ""}, "Needs either a formula and its variables, or the accepted texts"),
        ("fill", FILL | {"rows-0-text": "s*2"}, "counts as the right answer"),
        ("bug", BUG | {"attempt": "softmax"}, "Attempt: is not of the wanted form, which is: softmax/"),
        ("bug", BUG | {"fixed": ""}, "Needs either the wrong lines, or what is right to compare it with"),
        ("ordering", ORDERING | {"before": "2 1"}, "the smaller one first"),
        ("ordering", ORDERING | {"before": "one two"}, "expected two numbers of steps"),
        ("matching", MATCHING | {"extra": "b0"}, "belongs to a pair"),
        ("fill", FILL | {"formula": "2*"}, "At character 3"),
        ("fill", FILL | {"variables": "s 0"}, "a name and two numbers"),
        ("predict", ROWS | {"code": ""}, "Code: is missing."),
        ("bug", BUG | {"attempt": "softmax/wrong_answer-numpy-none"}, "there is no attempt"),
        ("bug", {"code": "x = 1", "lines": "x = 2"}, "no line of the code reads"),
    ],
)
def test_a_wrong_item_is_refused_in_the_form(teacher_client, draft, kind, data, complaint):
    response = add(teacher_client, draft, kind, data)
    assert response.status_code == 422
    assert complaint in response.content.decode()
    assert not Item.objects.exists()


def test_an_edited_item_is_a_new_version_and_answers_keep_the_old_one(teacher_client, learner, make_question):
    question = make_question()
    item = question.live_items().get(kind="free")
    answer = Answer.objects.create(user=learner, item=item, seed=0, response={}, outcome="rated")
    page = teacher_client.get(f"/admin/bank/question/items/{item.pk}/").content.decode()
    assert "Explain dropout." in page
    teacher_client.post(f"/admin/bank/question/items/{item.pk}/", FREE)
    answer.refresh_from_db()
    assert answer.item.body["prompt"] == "Explain dropout."
    assert question.live_items().get(kind="free").body["prompt"] == "Explain."
    assert question.history.first().history_change_reason == f"{item.name} changed"


def test_more_rows_are_had_without_losing_what_was_written(teacher_client, draft):
    response = add(teacher_client, draft, "single", CHOICE | {"more": "1", "rows-1-why": ""})
    assert response.status_code == 200
    page = response.content.decode()
    assert 'name="rows-4-text"' in page
    assert "Too many" not in page
    assert 'value="3"' in page
    assert "errorlist" not in page
    assert not Item.objects.exists()


def test_an_earlier_version_is_brought_back(teacher_client, make_question):
    question = make_question()
    item = question.live_items().get(kind="free")
    teacher_client.post(f"/admin/bank/question/items/{item.pk}/", FREE)
    changed = question.live_items().get(kind="free")
    assert "Bring this version back" in teacher_client.get(f"/admin/bank/question/items/{changed.pk}/").content.decode()
    teacher_client.post(f"/admin/bank/question/items/{item.pk}/bring-back/")
    assert question.live_items().get(kind="free").body == item.body
    assert "as it was on" in question.history.first().history_change_reason


def test_the_form_of_a_bug_names_the_attempts(teacher_client, draft):
    page = teacher_client.get(f"/admin/bank/question/{draft.pk}/items/add/bug/").content.decode()
    assert '<option value="softmax/wrong_answer-numpy-whole_array">' in page


def test_an_emptied_row_is_taken_away(teacher_client, make_question):
    item = make_question().live_items().get(kind="single")
    rows = {"rows-TOTAL_FORMS": 5, "rows-INITIAL_FORMS": 3, "rows-2-text": "", "rows-2-why": ""}
    teacher_client.post(f"/admin/bank/question/items/{item.pk}/", CHOICE | rows)
    assert [option["text"] for option in Item.objects.get(key=item.key, live=True).body["options"]] == ["2", "3"]


def test_items_are_moved_and_removed(teacher_client, make_question):
    question = make_question()
    names = [item.name for item in question.live_items()]
    first, second = question.live_items()[:2]
    teacher_client.post(f"/admin/bank/question/items/{second.pk}/move/", {"up": ""})
    assert [item.name for item in question.live_items()] == [names[1], names[0], *names[2:]]
    teacher_client.post(f"/admin/bank/question/items/{first.pk}/move/", {"up": ""})
    teacher_client.post(f"/admin/bank/question/items/{first.pk}/move/", {"up": ""})
    assert question.live_items().first() == first
    teacher_client.post(f"/admin/bank/question/items/{first.pk}/remove/")
    assert names[0] not in [item.name for item in question.live_items()]


def test_publishing_puts_it_into_sessions_at_once(teacher_client, learner, stranger, draft):
    add(teacher_client, draft, "single", CHOICE)
    assert start_session(learner, Wish()) is None
    teacher_client.post(f"/admin/bank/question/{draft.pk}/change/", NEW | {"_publish": ""})
    assert start_session(learner, Wish()) is not None
    teacher_client.post(f"/admin/bank/question/{draft.pk}/change/", NEW | {"_retire": ""})
    assert start_session(stranger, Wish()) is None


def test_an_unfinished_question_is_not_published(teacher_client, draft):
    data = NEW | {"explanation": "", "sources": "", "_publish": ""}
    page = teacher_client.post(f"/admin/bank/question/{draft.pk}/change/", data, follow=True).content.decode()
    for sentence in ("It has no item yet.", "It has no explanation.", "It names no source."):
        assert sentence in page
    draft.refresh_from_db()
    assert draft.state == State.DRAFT


def test_several_are_published_and_retired_from_the_list(teacher_client, make_question):
    question = make_question(state=State.DRAFT)
    for action, state in (("publish", State.PUBLISHED), ("retire", State.RETIRED)):
        teacher_client.post("/admin/bank/question/", {"action": action, "_selected_action": [question.pk]})
        question.refresh_from_db()
        assert question.state == state


def test_shipped_questions_are_read_only_but_can_be_retired(teacher_client, make_question):
    question = make_question(shipped=True)
    item = question.live_items().first()
    page = teacher_client.get(f"/admin/bank/question/{question.pk}/change/").content.decode()
    assert "copy it to edit it" in page
    assert 'name="_continue"' not in page
    assert teacher_client.post(f"/admin/bank/question/{question.pk}/change/", NEW).status_code == 403
    assert teacher_client.post(f"/admin/bank/question/items/{item.pk}/", FREE).status_code == 403
    assert teacher_client.post(f"/admin/bank/question/items/{item.pk}/remove/").status_code == 403
    teacher_client.post(f"/admin/bank/question/{question.pk}/state/", {"retire": ""})
    question.refresh_from_db()
    assert question.state == State.RETIRED


def test_a_copy_is_a_draft_that_can_be_edited(teacher_client, make_question):
    question = make_question(shipped=True)
    for slug in ("dropout-copy", "dropout-copy-2"):
        teacher_client.post(f"/admin/bank/question/{question.pk}/copy/")
        copy = Question.objects.get(slug=slug)
        assert (copy.state, copy.shipped) == (State.DRAFT, False)
        assert [item.body for item in copy.live_items()] == [item.body for item in question.live_items()]


def test_the_preview_is_the_pages_own_template(teacher_client):
    page = teacher_client.post("/admin/bank/question/preview/single/", CHOICE).content.decode()
    assert "<math" in page
    assert "Too many." in page
    page = teacher_client.post("/admin/bank/question/preview/single/", CHOICE | {"rows-1-why": ""}).content.decode()
    assert "a wrong option needs" in page
    page = teacher_client.post("/admin/bank/question/preview/", {"title": "A *new* one", "explanation": "$x^2$"})
    assert "<em>new</em>" in page.content.decode()


def test_a_preview_is_safe(teacher_client):
    text = "<script>alert(1)</script>"
    data = CHOICE | {"prompt": text, "rows-0-text": text, "rows-1-why": text}
    assert "<script>alert" not in teacher_client.post("/admin/bank/question/preview/single/", data).content.decode()


def test_only_unanswered_drafts_are_deleted(teacher_client, learner, make_question):
    published, draft = make_question("published"), make_question("draft", state=State.DRAFT)
    answered = make_question("answered", state=State.DRAFT)
    item = answered.live_items().first()
    Answer.objects.create(user=learner, item=item, seed=0, response={}, outcome="unknown", score=0)
    for question in (published, draft, answered):
        teacher_client.post(f"/admin/bank/question/{question.pk}/delete/", {"post": "yes"})
    assert set(Question.objects.values_list("slug", flat=True)) == {"published", "answered"}


@pytest.mark.parametrize("address", ["{}/copy/", "{}/state/", "{}/items/add/single/", "preview/", "preview/single/"])
def test_learners_author_nothing(learner_client, make_question, address):
    question = make_question()
    response = learner_client.post(f"/admin/bank/question/{address.format(question.pk)}", CHOICE)
    assert response.status_code in (302, 403)
    assert Question.objects.count() == 1


def test_the_history_names_who_changed_what(teacher_client, teacher, make_question):
    question = make_question()
    teacher_client.post(f"/admin/bank/question/{question.pk}/change/", NEW | {"_continue": ""})
    assert question.history.first().history_user == teacher
    assert "What is momentum?" in teacher_client.get(f"/admin/bank/question/{question.pk}/history/").content.decode()
