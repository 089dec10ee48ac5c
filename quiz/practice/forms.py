from typing import Any

from django import forms

from quiz.bank.items import KINDS
from quiz.bank.topics import TOPICS
from quiz.practice.drawing import LENGTH, LENGTHS


class StartForm(forms.Form):
    """What to practise. Nothing chosen means everything; what it does not know is a form error."""

    topics = forms.MultipleChoiceField(
        choices=list(TOPICS.items()), required=False, widget=forms.CheckboxSelectMultiple
    )
    kinds = forms.MultipleChoiceField(
        choices=[(name, kind.label) for name, kind in KINDS.items()],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    length = forms.ChoiceField(choices=[(length, f"{length} items") for length in LENGTHS], required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("length", LENGTH)

    def clean_length(self) -> int:
        return int(self.cleaned_data["length"] or LENGTH)
