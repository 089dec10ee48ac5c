"""The form in which a problem is reported."""

from typing import Any

from django import forms

from quiz.reports.models import Problem
from quiz.reports.subjects import Subject

SHORTEST = 10
LONGEST = 2000


class ReportForm(forms.ModelForm):  # type: ignore[type-arg]  # not subscriptable when it runs
    sort = forms.ChoiceField(label="What is wrong?", widget=forms.RadioSelect, choices=())
    text = forms.CharField(
        label="In a sentence or two",
        min_length=SHORTEST,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="What did you expect, and what stands there? A source helps.",
        error_messages={
            "required": "Say in a sentence what is wrong.",
            "min_length": "Say a little more: a sentence that somebody else understands.",
            "max_length": f"At most {LONGEST} characters, please.",
        },
    )

    class Meta:
        model = Problem
        fields = ("sort", "text")

    def __init__(self, subject: Subject, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sort"].choices = subject.sorts  # type: ignore[attr-defined]
        self.fields["sort"].error_messages["required"] = "Choose what is wrong."
