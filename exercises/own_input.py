"""A person's own input: a field for each argument, read as Python without running anything."""

from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from exercises.arrays import Shown, about
from exercises.literals import BadInput, literal, read_value, size
from exercises.models import AnyUser, Exercise, Purpose, Submission
from exercises.python_code import container, is_container

PREFIX = "input-"
MOST_NUMBERS = 4000


@dataclass(frozen=True)
class Field:
    """One argument in the form: its name, what stands in it, and what it is in the sample."""

    name: str
    text: str
    about: str = ""

    @property
    def key(self) -> str:
        return PREFIX + self.name

    @property
    def lines(self) -> int:
        return min(6, 1 + len(self.text) // 60)


def fields_of(user: AnyUser, exercise: Exercise, framework: str) -> list[Field]:
    """The arguments with what the person tried last, else with a sample; none before anybody has run a sample."""
    sample = sample_inputs(exercise, framework)
    mine = Submission.objects.of(user).filter(exercise=exercise, framework=framework, purpose=Purpose.TRY)
    tried = mine.values_list("inputs", flat=True).first() or {}
    return [
        Field(name, literal(tried[name]) if name in tried else literal_of(shown), about(shown))
        for name, shown in sample.items()
    ]


def sample_inputs(exercise: Exercise, framework: str) -> dict[str, Shown]:
    """The inputs of a sample case as the last report on this version tells them."""
    reports = Submission.objects.filter(version=exercise.version_id, framework=framework).exclude(report=None)
    for cases in reports.exclude(purpose=Purpose.TRY).values_list("report__cases", flat=True)[:3]:
        found = next((case["inputs"] for case in cases or [] if case.get("inputs")), None)
        if found:
            return dict(found)
    return {}


def literal_of(shown: Shown) -> str:
    """The sample's value as it stands in the form; nothing where it was cut."""
    if is_container(shown):
        return container(shown, literal_of)
    values = shown.get("values")
    if shown.get("dtype") == "generator":
        return str(values).removeprefix("seed ")
    return "" if shown.get("truncated") else literal(values)


def read_inputs(fields: QueryDict) -> dict[str, Any]:
    """The values by argument; raises BadInput."""
    texts = {key.removeprefix(PREFIX): str(text) for key, text in fields.items() if key.startswith(PREFIX)}
    inputs = {name: read_value(name, text.strip()) for name, text in texts.items()}
    if not inputs:
        raise BadInput("There is no input yet: run the sample cases once, then change what they were given.")
    if (count := sum(map(size, inputs.values()))) > MOST_NUMBERS:
        raise BadInput(
            f"These are {count} numbers; at most {MOST_NUMBERS} are taken. A small input shows a mistake best."
        )
    return inputs
