"""Words: folded, cut to stems, and compared when misspelt."""

import pytest

from quiz.search.words import distance, halves, meaningful, split, stems


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("normalisation", "normalization"),
        ("normalise", "normalizing"),
        ("gates", "gate"),
        ("losses", "loss"),
        ("biases", "bias"),
        ("queries", "query"),
        ("batches", "batch"),
        ("Naïve", "naive"),
        ("GRUs", "GRU"),
    ],
)
def test_forms_of_a_word_share_their_stem(one, other):
    assert stems(one) == stems(other)


@pytest.mark.parametrize(("one", "other"), [("loss", "lo"), ("bias", "bia"), ("noise", "no"), ("relu", "rel")])
def test_different_words_stay_different(one, other):
    assert stems(one) != stems(other)


def test_a_text_is_split_at_whatever_is_no_letter_or_digit():
    assert split("Conv2d: $\\sigma(x)$, batch-norm_x") == ["conv2d", "sigma", "x", "batch", "norm", "x"]


@pytest.mark.parametrize(
    ("typed", "word", "slips"),
    [
        ("softmax", "softmax", 0),
        ("sofmax", "softmax", 1),
        ("sfotmax", "softmax", 1),
        ("softmaxx", "softmax", 1),
        ("atenntion", "attention", 2),
        ("dropout", "softmax", None),
    ],
)
def test_slips_are_counted(typed, word, slips):
    assert distance(typed, word, 2) == slips


def test_what_is_still_being_typed_is_compared_with_the_beginning():
    assert distance("convlu", "convolution", 1) is None
    assert distance("convlu", "convolution", 1, beginning=True) == 1


def test_the_words_of_every_sentence_are_left_out_unless_there_are_no_others():
    assert meaningful(split("what does dropout do")) == ["dropout"]
    assert meaningful(split("what does")) == ["what", "does"]


def test_a_word_is_cut_into_two_that_are_known():
    assert list(halves("crossentropy", {"cross", "entropy", "cro"})) == [("cross", "entropy")]
