"""The forms in which authors write items: one for each kind, none of them raw data."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms

from exercises.numbers import whole
from quiz.bank.numeric import generators


class LinesField(forms.CharField):
    """A list of texts, one on a line."""

    widget = forms.Textarea(attrs={"rows": 4})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list | tuple) else value

    def to_python(self, value: Any) -> Any:
        return [line.strip() for line in (super().to_python(value) or "").splitlines() if line.strip()]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(self.to_python(self.prepare_value(initial)) != self.to_python(data))


class PairsField(LinesField):
    """Pairs of numbers, one on a line."""

    def prepare_value(self, value: Any) -> Any:
        pairs = isinstance(value, list | tuple)
        return "\n".join(f"{first} {second}" for first, second in value) if pairs else value

    def to_python(self, value: Any) -> Any:
        return [self._numbers(line, 2) for line in super().to_python(value)]

    def _numbers(self, line: str, count: int) -> list[int]:
        numbers = [number for word in line.split() if (number := whole(word, 1000)) is not None]
        if not len(numbers) == len(line.split()) == count:
            raise forms.ValidationError(f"{line}: expected two numbers of steps, such as 1 3.")
        return numbers


class RangesField(LinesField):
    """Names, each with a smallest and a largest value, one on a line."""

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        return "\n".join(f"{name} {low:g} {high:g}" for name, (low, high) in value.items())

    def to_python(self, value: Any) -> Any:
        return dict(self._range(line) for line in super().to_python(value))

    def _range(self, line: str) -> tuple[str, Sequence[float]]:
        try:
            name, low, high = line.split()
            return name, (float(low), float(high))
        except ValueError as error:
            raise forms.ValidationError(f"{line}: expected a name and two numbers, such as s 0 1.") from error


def generator_choices() -> list[tuple[str, str]]:
    names = [(name, name.replace("_", " ")) for name in sorted(generators)]
    return [("", "none: the numbers below"), *names]


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


class PairRow(forms.Form):
    left = forms.CharField(required=False, widget=forms.TextInput(attrs={"size": 30}))
    right = forms.CharField(required=False, label="Belongs to", widget=forms.TextInput(attrs={"size": 30}))
    why = forms.CharField(required=False, label="Why", widget=forms.TextInput(attrs={"size": 50}))


class WrongTextRow(forms.Form):
    text = forms.CharField(required=False, label="Wrong text", widget=forms.TextInput(attrs={"size": 30}))
    why = forms.CharField(
        required=False, label="The mistake that leads to it", widget=forms.TextInput(attrs={"size": 60})
    )


class WrongOutputRow(forms.Form):
    output = forms.CharField(
        required=False, label="Wrong output", strip=False, widget=forms.Textarea(attrs={"rows": 2, "cols": 40})
    )
    why = forms.CharField(
        required=False, label="The mistake that expects it", widget=forms.TextInput(attrs={"size": 60})
    )


class OrderingForm(ItemForm):
    steps = LinesField(required=False, help_text="Three to nine, one on a line, in a right order.")
    before = PairsField(
        required=False,
        label="Pairs that matter",
        help_text="One on a line: 1 3 means that the first step comes before the third. Empty: every pair matters.",
    )


class MatchingForm(ItemForm):
    rows_name = "pairs"
    rows_label = "Pairs"
    Row = PairRow

    extra = LinesField(required=False, label="Partners too many", help_text="One on a line; they belong to nothing.")


class FillForm(ItemForm):
    rows_name = "wrong"
    rows_label = "Wrong texts that a known mistake leads to"
    Row = WrongTextRow

    formula = forms.CharField(required=False, help_text="Equal formulas count as well. Empty: see the accepted texts.")
    variables = RangesField(
        required=False, help_text="One on a line with the range from which values are drawn, such as s 0 1."
    )
    accepted = LinesField(
        required=False, label="Accepted texts", help_text="Instead of a formula, or other ways to write it."
    )


class PredictForm(ItemForm):
    rows_name = "wrong"
    rows_label = "Outputs that a known mistake expects"
    Row = WrongOutputRow

    code = forms.CharField(
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8, "class": "vLargeTextField authoring__code"}),
        help_text="It runs in the sandbox when you save; what it prints is the answer.",
    )


class BugForm(ItemForm):
    attempt = forms.CharField(
        required=False,
        widget=forms.TextInput(attrs={"list": "attempts", "class": "vTextField"}),
        help_text="A wrong solution of an exercise, such as softmax/wrong_answer-numpy-no_shift. Or write code below.",
    )
    fixed = forms.CharField(
        required=False,
        widget=forms.TextInput(attrs={"list": "attempts", "class": "vTextField"}),
        help_text="An accepted attempt of the same exercise: the lines that differ are the answer.",
    )
    code = forms.CharField(
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8, "class": "vLargeTextField authoring__code"}),
        help_text="Your own code, instead of an attempt.",
    )
    repaired = forms.CharField(
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8, "class": "vLargeTextField authoring__code"}),
        help_text="Your own code without the bug: the lines that differ are the answer.",
    )
    probe = forms.CharField(
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField authoring__code"}),
        help_text="Lines to run after the code: they print one thing with the bug and another without it.",
    )
    lines = LinesField(
        required=False,
        label="Wrong lines",
        help_text="As they stand in the code, one on a line, instead of something to compare it with.",
    )


FORMS: dict[str, type[ItemForm]] = {
    "single": ChoiceForm,
    "multiple": ChoiceForm,
    "numeric": NumberForm,
    "ordering": OrderingForm,
    "matching": MatchingForm,
    "fill": FillForm,
    "predict": PredictForm,
    "bug": BugForm,
    "free": FreeForm,
}
