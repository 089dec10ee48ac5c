"""What is found, and in which order."""

import pytest

from quiz.search.documents import Document
from quiz.search.index import Index


def document(title, line="", more="", what="question", **fields):
    fields = {"title": title, "line": line, "more": more} | fields
    return Document(what=what, key=title, title=title, address="/", fields=fields, lines=(line,))


INDEX = Index(
    [
        document("Optimisers", line="Momentum, Adam and the rest.", more="Dropout is another matter."),
        document("Noise", line="What does dropout do to a unit?"),
        document("Dropout", line="Why scale the survivors?"),
        document("Dropout in recurrent networks", line="Which mask?"),
        document("What does batch normalisation do?", line="It shifts and scales."),
        document("Backpropagation through time", line="Unroll it."),
        document("Scaled dot-product attention", line="Queries, keys, values."),
        document("Rectified linear units", line="They die."),
        document("Cross-entropy", line="Minus the log."),
        document("Weight decay", line="It shrinks."),
    ]
)


def titles(query):
    return [hit.document.title for hit in INDEX.find(query).hits]


def test_a_title_comes_before_a_prompt_and_a_prompt_before_an_explanation():
    assert titles("dropout") == ["Dropout", "Dropout in recurrent networks", "Noise", "Optimisers"]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("BN", "What does batch normalisation do?"),
        ("batchnorm", "What does batch normalisation do?"),
        ("batch normalization", "What does batch normalisation do?"),
        ("BPTT", "Backpropagation through time"),
        ("SDPA", "Scaled dot-product attention"),
        ("ReLU", "Rectified linear units"),
        ("relus", "Rectified linear units"),
        ("L2 penalty", "Weight decay"),
        ("ridge", "Weight decay"),
    ],
)
def test_the_names_of_the_field_find_each_other(query, first):
    assert titles(query)[0] == first


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("droput", "Dropout"),
        ("drop out", "Dropout"),
        ("crossentropy", "Cross-entropy"),
        ("atention", "Scaled dot-product attention"),
        ("backpropogation", "Backpropagation through time"),
        ("weigth decay", "Weight decay"),
        ("batch nrom", "What does batch normalisation do?"),
    ],
)
def test_slips_are_forgiven(query, first):
    assert titles(query)[0] == first


@pytest.mark.parametrize("typed", ["dr", "dropo", "recurr", "normaliz", "normalis", "normalisa"])
def test_the_beginning_of_a_word_is_enough(typed):
    assert titles(typed)


def test_all_words_have_to_be_there():
    assert titles("dropout recurrent") == ["Dropout in recurrent networks"]
    assert INDEX.find("dropout recurrent").all_words


def test_where_nothing_has_all_words_those_with_most_are_shown_and_it_is_said():
    found = INDEX.find("dropout unroll")
    assert not found.all_words
    assert {hit.document.title for hit in found.hits} >= {"Dropout", "Backpropagation through time"}


def test_what_was_read_otherwise_than_typed_is_told():
    assert INDEX.find("droput").corrections == (("droput", "dropout"),)
    assert INDEX.find("dropout").corrections == ()


@pytest.mark.parametrize("query", ["", "  ", "?!", "$$", "zzzzzzzz", "\u202e", "a" * 100])
def test_nothing_is_found_for_nothing(query):
    assert titles(query) == []
