"""The form in which authors write a question: all of it but its items."""

from typing import Any

from django import forms

from exercises.models import Exercise
from quiz.bank.editing import plain
from quiz.bank.item_forms import LinesField
from quiz.bank.models import Question
from quiz.bank.topics import TOPICS


def exercise_choices() -> list[tuple[str, str]]:
    return list(Exercise.objects.order_by("title").values_list("slug", "title"))


class QuestionForm(forms.ModelForm):  # type: ignore[type-arg]  # not subscriptable when it runs
    topic = forms.ChoiceField(choices=list(TOPICS.items()))
    explanation = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 14}),
        required=False,
        help_text="Markdown; formulas between $ signs. Shown after answering.",
    )
    sources = LinesField(required=False, help_text="One on a line: a paper with its section, or documentation.")
    tags = LinesField(required=False, help_text="One on a line.", widget=forms.Textarea(attrs={"rows": 2}))
    exercises = forms.MultipleChoiceField(choices=(), required=False, widget=forms.CheckboxSelectMultiple)

    class Meta:
        model = Question
        fields = ("title", "slug", "topic", "difficulty", "explanation", "sources", "exercises", "tags")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = self.initial.get("exercises") or []
        field = self.fields["exercises"]
        field.choices = sorted(exercise_choices(), key=lambda choice: choice[0] not in chosen)  # type: ignore[attr-defined]

    def clean_explanation(self) -> Any:
        return plain(self.cleaned_data["explanation"])
