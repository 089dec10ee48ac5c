"""The forms in which authors write questions and items: one form for each kind, none of them raw data."""

from typing import Any, ClassVar

from django import forms
from django.utils.functional import cached_property
from pydantic import ValidationError

from exercises.models import Exercise
from quiz.bank.items import KINDS, read_content
from quiz.bank.models import Question
from quiz.bank.numeric import generators
from quiz.bank.topics import TOPICS

BLANK_ROWS = 2
FEWEST_ROWS = 4
MOST_ROWS = 9


class LinesField(forms.CharField):
    """A list of texts, one on a line."""

    widget = forms.Textarea(attrs={"rows": 4})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list | tuple) else value

    def to_python(self, value: Any) -> Any:
        return [line.strip() for line in (super().to_python(value) or "").splitlines() if line.strip()]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(self.to_python(self.prepare_value(initial)) != self.to_python(data))


def exercise_choices() -> list[tuple[str, str]]:
    return list(Exercise.objects.order_by("title").values_list("slug", "title"))


def generator_choices() -> list[tuple[str, str]]:
    names = [(name, name.replace("_", " ")) for name in sorted(generators)]
    return [("", "none: the numbers below"), *names]


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


class ItemForm(forms.Form):
    """The fields that every kind has. A kind with rows (options, wrong values) names the list and the row's form."""

    rows_name: ClassVar[str] = ""
    rows_label: ClassVar[str] = ""
    Row: ClassVar[type[forms.Form]] = forms.Form

    prompt = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 4}), required=False, help_text="Markdown; formulas between $ signs."
    )
    explanation = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 3}), required=False, help_text="Shown with the verdict."
    )


class OptionRow(forms.Form):
    text = forms.CharField(required=False, widget=forms.TextInput(attrs={"size": 40}))
    correct = forms.BooleanField(required=False)
    why = forms.CharField(
        required=False, label="Why it is wrong (or right)", widget=forms.Textarea(attrs={"rows": 2, "cols": 40})
    )


class WrongRow(forms.Form):
    value = forms.FloatField(required=False)
    why = forms.CharField(
        required=False, label="The mistake that leads to it", widget=forms.TextInput(attrs={"size": 60})
    )


class ChoiceForm(ItemForm):
    rows_name = "options"
    rows_label = "Options"
    Row = OptionRow

    shuffle = forms.BooleanField(
        required=False, initial=True, label="Show the options in another order each time", help_text="On is the rule."
    )


class NumberForm(ItemForm):
    rows_name = "wrong"
    rows_label = "Wrong values that a known mistake leads to"
    Row = WrongRow

    generator = forms.ChoiceField(
        choices=generator_choices,
        required=False,
        help_text="A generator makes prompt, answer and wrong values itself: leave those empty.",
    )
    answer = forms.FloatField(required=False)
    tolerance = forms.FloatField(
        required=False, min_value=0, help_text="Absolute. Without one, a relative error of 0.001 is right."
    )
    integer = forms.BooleanField(required=False, label="A whole number, exact")
    unit = forms.CharField(required=False, max_length=20)


class FreeForm(ItemForm):
    answer = forms.CharField(widget=forms.Textarea(attrs={"rows": 5}), label="Model answer", required=False)
    points = LinesField(required=False, label="Check points", help_text="Three to six, one on a line.")


FORMS: dict[str, type[ItemForm]] = {
    "single": ChoiceForm,
    "multiple": ChoiceForm,
    "numeric": NumberForm,
    "free": FreeForm,
}


class ItemEditor:
    """The form of one item and its rows, checked by the same schema as the shipped content."""

    def __init__(self, kind: str, content: dict[str, Any] | None = None, data: Any = None) -> None:
        form = FORMS[kind]
        self.kind = kind
        self.label = KINDS[kind].label
        self.form = form(data, initial=content or {})
        rows = (content or {}).get(form.rows_name, [])
        blank = max(BLANK_ROWS, FEWEST_ROWS - len(rows))
        factory = forms.formset_factory(form.Row, extra=blank, max_num=MOST_ROWS)
        self.rows = factory(data, initial=rows, prefix="rows") if form.rows_name else None

    def is_valid(self) -> bool:
        """Whether it is an item; what is wrong is added to the form's errors."""
        rows_valid = self.rows is None or self.rows.is_valid()
        if not (self.form.is_valid() and rows_valid):
            return False
        try:
            read_content(self._written())
        except ValidationError as error:
            for found in error.errors():
                self.form.add_error(None, sentence(found["loc"], found["msg"]))
        return not self.form.errors

    @cached_property
    def content(self) -> dict[str, Any]:
        return read_content(self._written()).stored()

    def _written(self) -> dict[str, Any]:
        content = {"kind": self.kind} | _filled(self.form.cleaned_data)
        if self.rows is not None:
            rows = [_filled(row.cleaned_data) for row in self.rows if row.has_changed() or row.initial]
            content[self.form.rows_name] = [row for row in rows if any(value is not False for value in row.values())]
        return content


def _filled(data: dict[str, Any]) -> dict[str, Any]:
    return {name: plain(value) for name, value in data.items() if value not in ("", None, [])}


def plain(value: Any) -> Any:
    """Text with the line ends that files have; browsers send others."""
    return value.replace("\r\n", "\n") if isinstance(value, str) else value


def sentence(location: tuple[int | str, ...], message: str) -> str:
    """A schema's error as an author reads it: `Options 2: a wrong option needs …`."""
    words = [str(part + 1) if isinstance(part, int) else str(part) for part in location]
    where = " ".join(words).capitalize()
    message = message.removeprefix("Value error, ")
    return f"{where}: {message}" if where else message[:1].upper() + message[1:]
