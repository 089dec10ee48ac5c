"""Loading the shipped questions: idempotent, and errors that name file and line."""

import inspect
from pathlib import Path

import pytest

import quiz.bank.loading
from quiz.bank.loading import ContentError, load_questions
from quiz.bank.models import Item, Question, State

SHIPPED = Path(inspect.getfile(quiz.bank.loading)).parent / "content"
QUESTION = """\
- slug: dropout
  question: R03
  topic: regularisation
  seed: 13
  title: What does dropout do?
  difficulty: easy
  explanation: It drops units.
  sources: ["Srivastava 2014"]
  exercises: [dropout]
  items:
    - id: survivor
      kind: single
      prompt: A survivor becomes
      options:
        - {text: '$x/(1-p)$', correct: true}
        - {text: '$x/p$', why: "p is the drop probability."}
    - id: say-it
      kind: free
      prompt: Explain it.
      answer: A model answer.
      points: [one, two, three]
"""


@pytest.fixture
def content(tmp_path):
    """A folder of content with one question; call it to change the text."""
    path = tmp_path / "regularisation.yaml"

    def write(*changes):
        text = QUESTION
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        path.write_text(text)
        return tmp_path

    return write


def loaded(directory):
    result = load_questions(directory)
    return result.created, result.updated, result.unchanged, result.retired


@pytest.mark.django_db
def test_loading_twice_changes_nothing(content, django_assert_num_queries):
    assert loaded(content()) == (1, 0, 0, 0)
    with django_assert_num_queries(3):  # savepoint, look, release
        assert loaded(content()) == (0, 0, 1, 0)
    question = Question.objects.get()
    assert (question.state, question.shipped, question.seed) == (State.PUBLISHED, True, 13)


@pytest.mark.django_db
def test_a_changed_item_is_a_new_row_with_the_same_key(content):
    load_questions(content())
    before = Item.objects.get(name="survivor")
    assert loaded(content(("A survivor becomes", "What becomes of a survivor?"))) == (0, 1, 0, 0)
    after = Item.objects.get(name="survivor", live=True)
    assert (after.key, after.pk != before.pk) == (before.key, True)
    assert Item.objects.get(pk=before.pk).body["prompt"] == "A survivor becomes"
    assert Item.objects.filter(name="say-it").count() == 1


@pytest.mark.django_db
def test_an_item_that_comes_back_is_the_same_one(content):
    load_questions(content())
    key = Item.objects.get(name="survivor").key
    load_questions(content(("id: survivor", "id: other")))
    assert not Item.objects.filter(name="survivor", live=True).exists()
    load_questions(content())
    assert Item.objects.get(name="survivor", live=True).key == key


@pytest.mark.django_db
def test_what_left_the_files_is_retired_and_comes_back(content, tmp_path):
    load_questions(content())
    (tmp_path / "regularisation.yaml").write_text("")
    assert loaded(tmp_path) == (0, 0, 0, 1)
    assert loaded(tmp_path) == (0, 0, 0, 0)
    load_questions(content())
    assert Question.objects.get().is_published


@pytest.mark.django_db
def test_what_an_administrator_retired_stays_retired(content):
    load_questions(content())
    Question.objects.update(state=State.RETIRED)
    load_questions(content(("It drops units.", "It drops units at random.")))
    assert Question.objects.get().state == State.RETIRED


@pytest.mark.django_db
def test_an_authors_question_is_not_overwritten(content, make_question):
    make_question("dropout", title="My own")
    result = load_questions(content())
    assert result.skipped == ("dropout",)
    assert Question.objects.get().title == "My own"


@pytest.mark.parametrize(
    ("old", "new", "place", "complaint"),
    [
        ("difficulty: easy", "difficulty: simple", 6, "'easy', 'medium' or 'hard'"),
        ("topic: regularisation", "topic: cooking", 3, "expected one of foundations"),
        ("slug: dropout", "slug: Drop out", 1, "pattern"),
        ('sources: ["Srivastava 2014"]', "sources: []", 8, "at least 1"),
        ("kind: free", "kind: essay", 18, "kind 'essay' is unknown"),
        ("[one, two, three]", "[one]", 21, "at least 3"),
        (', why: "p is the drop probability."', "", 16, "needs `why`"),
        ("id: say-it", "id: survivor", 17, "the id survivor is there twice"),
        ("seed: 13", "seed: 13\n  seed: 12", 4, "the key seed is there twice"),
        ("  title: What does dropout do?\n", "", 1, "title"),
        ("explanation: It", "explanation: [It", 8, "not readable as YAML"),
    ],
)
def test_an_error_names_file_and_line(content, old, new, place, complaint):
    with pytest.raises(ContentError) as error:
        load_questions(content((old, new)))
    first = str(error.value).splitlines()[0]
    assert first.startswith(f"regularisation.yaml:{place}: ")
    assert complaint in str(error.value)


def test_one_slug_in_two_files_names_both(content):
    directory = content()
    (directory / "second.yaml").write_text(QUESTION)
    with pytest.raises(ContentError, match=r"second.yaml:1: the slug dropout is also at regularisation.yaml:1"):
        load_questions(directory)


@pytest.mark.django_db
def test_the_shipped_content_loads():
    result = load_questions(SHIPPED)
    assert result.created >= 15
    assert sorted(Question.objects.exclude(seed=None).values_list("seed", flat=True)) == list(range(1, 16))
