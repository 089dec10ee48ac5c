"""Whole numbers from outside: what is one, and what a form or an address with something else comes to."""

import pytest
from django.test import Client

from exercises.models import Submission
from exercises.numbers import whole


@pytest.mark.parametrize(("text", "number"), [("0", 0), ("7", 7), ("007", 7), ("9223372036854775807", 2**63 - 1)])
def test_digits_are_a_number(text, number):
    assert whole(text) == number


@pytest.mark.parametrize(
    "text", ["", " 7", "-1", "+1", "1.0", "1e3", "²", "٣", "9223372036854775808", "9" * 5000, None, 7]
)
def test_anything_else_is_none(text):
    assert whole(text) is None


def test_a_bound_is_not_reached():
    assert (whole("999", 1000), whole("1000", 1000)) == (999, None)


@pytest.mark.usefixtures("exercise")
@pytest.mark.parametrize("base", ["9" * 5000, "9223372036854775808", "²", "-1"])
def test_a_strange_base_of_a_draft_keeps_nobody_from_submitting(as_alice: Client, base):
    sent = {"framework": "numpy", "source": "def softmax(x, axis=-1):\n    return x\n", "base": base}

    assert as_alice.post("/exercises/softmax/submit", sent).status_code == 302
    assert Submission.objects.get().source == sent["source"]
