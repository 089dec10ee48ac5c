"""The forms in which authors write questions, and the editor of one item."""

from typing import Any

from django import forms
from django.utils.functional import cached_property
from pydantic import ValidationError

from exercises.models import Exercise
from quiz.bank.item_forms import FORMS, LinesField
from quiz.bank.items import KINDS, Kind, NotMade, read_content
from quiz.bank.models import Question
from quiz.bank.topics import TOPICS

BLANK_ROWS = 2
FEWEST_ROWS = 4
MOST_ROWS = 9


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
            self.content  # noqa: B018  made here, with what can go wrong
        except ValidationError as error:
            for found in error.errors():
                self.form.add_error(None, sentence(found["loc"], found["msg"]))
        except NotMade as error:
            self.form.add_error(None, sentence((error.field,), str(error)))
        return not self.form.errors

    @cached_property
    def content(self) -> dict[str, Any]:
        item: Kind = read_content(self._written())
        return item.prepared().stored()

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
