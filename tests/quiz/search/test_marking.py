"""Where the words stand that were searched for."""

import pytest

from quiz.search.marking import best, mark_html, marked, sentences
from quiz.search.words import stems

SOFTMAX = frozenset(stems("softmax"))


def test_a_word_is_marked_in_whatever_form_it_stands():
    assert marked("Gates and a gate", frozenset(stems("gate"))) == "<mark>Gates</mark> and a <mark>gate</mark>"


def test_markdown_stays_markdown_and_tags_stay_tags():
    assert marked("The `softmax` of *code*", SOFTMAX | {"cod"}) == (
        "The <code><mark>softmax</mark></code> of <em><mark>code</mark></em>"
    )


def test_formulas_and_signs_are_left_alone():
    assert "<mark>" not in marked("$softmax$ &amp; more", SOFTMAX | {"amp", "math"})


@pytest.mark.parametrize("text", ["<script>softmax</script>", "<img onerror=softmax>", "[a](javascript:softmax)"])
def test_what_authors_write_is_never_run(text):
    html = marked(text, SOFTMAX)
    assert "<script" not in html
    assert "<img" not in html
    assert "href" not in html


def test_attributes_are_not_marked():
    assert mark_html('<a href="/softmax/">softmax</a>', SOFTMAX) == '<a href="/softmax/"><mark>softmax</mark></a>'


def test_the_line_is_the_sentence_that_says_most_of_it():
    lines = ["First. The softmax sums to one. Last.", "Another."]
    assert best(sentences(lines), SOFTMAX) == "The softmax sums to one."
    assert best(sentences(lines), frozenset({"nothing"})) == "First."
    assert best([], SOFTMAX) == ""


def test_code_is_no_sentence():
    assert best(sentences(["```python\nsoftmax\n```\nWhat?"]), SOFTMAX) == "What?"
