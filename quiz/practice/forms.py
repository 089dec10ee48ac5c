from typing import Any

from django import forms

from quiz.bank.items import KINDS
from quiz.bank.topics import TOPICS
from quiz.practice.drawing import LENGTH, LENGTHS, Wish
from quiz.practice.models import COLLECTIONS


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
    collection = forms.ChoiceField(choices=[("", ""), *COLLECTIONS.items()], required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("length", LENGTH)

    def clean_length(self) -> int:
        return int(self.cleaned_data["length"] or LENGTH)

    def wish(self) -> Wish:
        """What was chosen. A collection is asked whole, whatever else the form says."""
        chosen = self.cleaned_data
        if chosen["collection"]:
            return Wish(collection=chosen["collection"])
        return Wish(tuple(chosen["topics"]), tuple(chosen["kinds"]), chosen["length"])
