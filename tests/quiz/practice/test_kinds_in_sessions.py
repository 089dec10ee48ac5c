"""The kinds beyond choices and numbers, on the pages of a session."""

import pytest

from quiz.bank.models import Answer

pytestmark = pytest.mark.django_db
SECRETS = {
    "ordering": "right order",
    "matching": "secret reason",
    "fill": "1-s",
    "predict": "It printed",
    "bug": "line--right",
}


@pytest.fixture
def entries(learner, session_of, make_question, items_beyond):
    """An entry of each kind."""
    session = session_of(learner, make_question(items=items_beyond))
    rows = session.entries.select_related("item__question", "session__user")
    return {entry.item.kind: entry for entry in rows}


def right_fields(entry):
    """The form's fields of the right answer."""
    content, seed = entry.item.content, entry.seed
    if entry.item.kind == "ordering":
        return {f"place-{number}": str(step + 1) for number, step in enumerate(content.order(seed))}
    if entry.item.kind == "matching":
        order = content.order(seed)
        wanted = [content.partners.index(pair.right) for pair in content.pairs]
        return {f"match-{number}": str(order.index(partner)) for number, partner in enumerate(wanted)}
    return {"fill": {"text": "s - s^2"}, "predict": {"text": "42"}, "bug": {"line": "6"}}[entry.item.kind]


@pytest.mark.parametrize("kind", SECRETS)
def test_an_unanswered_item_does_not_tell_its_answer(learner_client, entries, kind):
    page = learner_client.get(entries[kind].get_absolute_url()).content.decode()
    assert SECRETS[kind] not in page
    assert "sum of the whole array" not in page
    assert 'type="submit"' in page


@pytest.mark.parametrize("kind", SECRETS)
def test_a_right_answer_is_right(learner_client, entries, answer, kind):
    page = answer(learner_client, entries[kind], htmx=True, **right_fields(entries[kind])).content.decode()
    assert "</span> Right" in page
    assert Answer.objects.get().score == 1


@pytest.mark.parametrize("kind", SECRETS)
def test_not_knowing_shows_the_answer(learner_client, entries, answer, kind):
    page = answer(learner_client, entries[kind], htmx=True, unknown="1").content.decode()
    assert SECRETS[kind] in page
    assert "Now you know" in page


@pytest.mark.parametrize(
    ("kind", "fields", "sentence", "kept"),
    [
        ("ordering", {"place-1": "3"}, "2 are open", '<option value="3" selected>'),
        ("matching", {"match-1": "2"}, "2 are open", '<option value="2" selected>'),
        ("fill", {"text": "s*(1-"}, "At character 6", 'value="s*(1-"'),
        ("predict", {"text": ""}, "Write what it prints", ""),
        ("bug", {}, "Choose a line", ""),
    ],
)
def test_half_an_answer_is_kept(learner_client, entries, answer, kind, fields, sentence, kept):
    page = answer(learner_client, entries[kind], htmx=True, unknown="", **fields).content.decode()
    assert sentence in page
    assert kept in learner_client.get(entries[kind].get_absolute_url()).content.decode()
    assert not Answer.objects.exists()


def test_the_bug_leads_to_its_exercise(learner_client, entries, answer):
    page = answer(learner_client, entries["bug"], htmx=True, line="5").content.decode()
    assert "Line 5 is as it should be" in page
    assert "/exercises/softmax/" in page
    assert "sum of the whole array" in page
