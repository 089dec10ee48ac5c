"""The forms that start a session. What they do not know is a form error."""

from typing import Any

from django import forms

from quiz.bank.items import KINDS
from quiz.bank.models import Difficulty
from quiz.bank.topics import TOPICS
from quiz.practice.interview import interview
from quiz.practice.models import COLLECTIONS
from quiz.practice.wish import EVERY, LENGTH, LENGTHS, MINUTES, Mode, Wish

MODES = ((Mode.PRACTICE, "Practice: explained after each answer"), (Mode.EXAM, "Exam: explained at the end"))


def several(choices: list[tuple[str, str]]) -> forms.MultipleChoiceField:
    """Boxes to tick; none ticked means everything."""
    return forms.MultipleChoiceField(choices=choices, required=False, widget=forms.CheckboxSelectMultiple)


class StartForm(forms.Form):
    """What to practise."""

    topics = several(list(TOPICS.items()))
    kinds = several([(name, kind.label) for name, kind in KINDS.items()])
    difficulties = several(list(Difficulty.choices))
    length = forms.ChoiceField(choices=[(length, f"{length} steps") for length in LENGTHS], required=False)
    collection = forms.ChoiceField(choices=[("", ""), *COLLECTIONS.items()], required=False)
    mode = forms.ChoiceField(choices=MODES, required=False, widget=forms.RadioSelect)
    minutes = forms.ChoiceField(
        choices=[("", "No limit"), *((minutes, f"{minutes} minutes") for minutes in MINUTES)],
        required=False,
        label="Time",
    )
    mixed = forms.BooleanField(required=False, label=f"Mix in code: every {EVERY}th step is an exercise")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("length", LENGTH)
        self.initial.setdefault("mode", Mode.PRACTICE)

    def clean_length(self) -> int:
        return int(self.cleaned_data["length"] or LENGTH)

    def clean_minutes(self) -> int | None:
        return int(self.cleaned_data["minutes"]) if self.cleaned_data["minutes"] else None

    def wish(self) -> Wish:
        """What was chosen. A collection is asked whole, whatever else the form says."""
        chosen = self.cleaned_data
        if chosen["collection"]:
            return Wish(collection=chosen["collection"])
        return Wish(
            tuple(chosen["topics"]),
            tuple(chosen["kinds"]),
            chosen["length"],
            difficulties=tuple(chosen["difficulties"]),
            mode=chosen["mode"] or Mode.PRACTICE,
            minutes=chosen["minutes"],
            exercises=chosen["length"] // EVERY if chosen["mixed"] else 0,
        )


class MockForm(forms.Form):
    """What a mock interview is about."""

    topics = several(list(TOPICS.items()))
    exercises = forms.TypedChoiceField(
        choices=[(1, "One"), (2, "Two")], coerce=int, required=False, widget=forms.RadioSelect
    )

    def wish(self) -> Wish:
        return interview(tuple(self.cleaned_data["topics"]), self.cleaned_data["exercises"] or 1)
