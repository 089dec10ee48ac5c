"""The editor of one item: its form and rows, checked by the same schema as the shipped content."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.functional import cached_property
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from exercises.numbers import whole
from quiz.bank.asking import run_by_grader
from quiz.bank.attempts import attempt_names
from quiz.bank.item_forms import FORMS, ItemForm
from quiz.bank.items import KINDS, Kind, NotMade, read_content

FEWEST_ROWS, BLANK_ROWS, MOST_ROWS = 4, 2, 20
# What the schema's own messages say to programmers, said to authors.
WORDED = {
    "missing": "is missing.",
    "too_short": "at least {min_length} are needed, there are {actual_length}.",
    "too_long": "at most {max_length} are possible, there are {actual_length}.",
    "string_too_short": "is empty.",
    "string_too_long": "at most {max_length} characters are possible.",
    "string_pattern_mismatch": "is not of the wanted form, which is: {example}.",
    "finite_number": "expected an ordinary finite number, such as 0.25.",
    "float_type": "expected a number, such as 0.25.",
    "float_parsing": "expected a number, such as 0.25.",
    "greater_than_equal": "expected {ge} or more.",
}
EXAMPLES = {"attempt": "softmax/wrong_answer-numpy-no_shift", "fixed": "softmax/accepted-numpy-shifted"}


class ItemEditor:
    """The form of one item with its rows. `more` asks for more rows: then nothing is checked yet."""

    def __init__(self, kind: str, content: dict[str, Any] | None = None, data: QueryDict | None = None) -> None:
        form = FORMS[kind]
        self.kind, self.before = kind, content or {}
        self.label = KINDS[kind].label
        self.more = data is not None and "more" in data
        if data is not None and self.more:
            data = with_more_rows(data)
        self.form: ItemForm = form(data, initial=self.before)
        rows = self.before.get(form.rows_name, [])
        blank = max(BLANK_ROWS, FEWEST_ROWS - len(rows))
        factory = forms.formset_factory(form.Row, extra=blank, max_num=MOST_ROWS)
        self.rows = factory(data, initial=rows, prefix="rows") if form.rows_name else None

    @property
    def suggestions(self) -> tuple[str, ...]:
        """What can be written in the fields that name an attempt."""
        return attempt_names() if self.kind == "bug" else ()

    @property
    def sentences(self) -> list[str]:
        """All that is wrong, each with the name of its field."""
        if not self.form.is_bound or self.more:
            return []
        found = [*map(str, self.form.non_field_errors())]
        found += [f"{field.label}: {error}" for field in self.form for error in field.errors]
        for number, row in enumerate(self.rows or (), start=1):
            place = f"{self.form.rows_label}, row {number}"
            found += [f"{place}: {error}" for error in row.non_field_errors()]
            found += [f"{place}, {field.label}: {error}" for field in row for error in field.errors]
        return found

    def is_valid(self) -> bool:
        """Whether it is an item; what is wrong is added to the errors of its fields."""
        if self.more:
            return False
        rows_valid = self.rows is None or self.rows.is_valid()
        if not (self.form.is_valid() and rows_valid):
            return False
        try:
            self.content  # noqa: B018  made here, with what can go wrong
        except ValidationError as error:
            for found in error.errors():
                self.refuse(found["loc"], worded(found))
        except NotMade as error:
            self.refuse((error.field,), str(error))
        return not self.sentences

    @cached_property
    def content(self) -> dict[str, Any]:
        item: Kind = read_content(self._written())
        return item.prepared(self._run).stored()

    def refuse(self, location: tuple[int | str, ...], sentence: str) -> None:
        """Put the sentence where it belongs: to a field, to a row, to a row's field, or above all."""
        name, *inner = location or (None,)
        if name in self.form.fields:
            self.form.add_error(str(name), sentence)
        elif name == self.form.rows_name and inner:
            row = self._filled_rows()[int(inner[0])]
            field = str(inner[1]) if len(inner) > 1 and inner[1] in row.fields else None
            row.add_error(field, sentence)
        elif name == self.form.rows_name:
            self.form.add_error(None, f"{self.form.rows_label}: {sentence}")
        else:
            self.form.add_error(None, sentence[:1].upper() + sentence[1:])

    def _run(self, code: str) -> str:
        """What the code prints; what is known of the same code is not asked again."""
        same = code == self.before.get("code") and "made" in self.before
        return str(self.before["made"]) if same else run_by_grader(code)

    def _written(self) -> dict[str, Any]:
        content = {"kind": self.kind} | filled(self.form.cleaned_data)
        if self.rows is not None:
            content[self.form.rows_name] = [filled(row.cleaned_data) for row in self._filled_rows()]
        return content

    def _filled_rows(self) -> list[forms.Form]:
        """The rows in which something stands; an emptied one is taken away."""
        rows = [row for row in self.rows or () if row.has_changed() or row.initial]
        return [row for row in rows if any(value is not False for value in filled(row.cleaned_data).values())]


def with_more_rows(data: QueryDict) -> QueryDict:
    """What was sent, with some empty rows after it."""
    more = data.copy()
    rows = whole(data.get("rows-TOTAL_FORMS"), 1000) or 0
    more["rows-TOTAL_FORMS"] = str(min(MOST_ROWS, rows + BLANK_ROWS))
    return more


def filled(data: dict[str, Any]) -> dict[str, Any]:
    return {name: plain(value) for name, value in data.items() if value not in ("", None, [], {})}


def plain(value: Any) -> Any:
    """Text with the line ends that files have; browsers send others."""
    return value.replace("\r\n", "\n") if isinstance(value, str) else value


def worded(error: ErrorDetails) -> str:
    """A schema's error as an author reads it."""
    facts = {"example": EXAMPLES.get(str(error["loc"][-1]) if error["loc"] else "", "letters, digits and hyphens")}
    wanted = WORDED.get(error["type"])
    return wanted.format(**facts, **error.get("ctx", {})) if wanted else error["msg"].removeprefix("Value error, ")
