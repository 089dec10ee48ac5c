"""What a report is about, as the address names it."""

from dataclasses import dataclass
from typing import Any, Self

from django.http import Http404, QueryDict

from exercises.models import AnyUser, Exercise, Submission
from exercises.numbers import whole
from quiz.bank.models import Item, Question
from quiz.reports.models import Sort, evidence_of

PARAMETERS = ("submission", "item", "question", "exercise")


@dataclass(frozen=True)
class Subject:
    """What is reported: its name, its page, and the fields of the report that hold it."""

    title: str
    address: str
    fields: dict[str, Any]
    parameter: str
    value: str

    @property
    def sorts(self) -> list[tuple[str, str]]:
        """What can be wrong with it, the likeliest first."""
        about_verdict = self.parameter == "submission"
        choices = [choice for choice in Sort.choices if about_verdict or choice[0] != Sort.VERDICT]
        return sorted(choices, key=lambda choice: choice[0] != Sort.VERDICT)

    @classmethod
    def read(cls, query: QueryDict, user: AnyUser) -> Self:
        """The subject that the address names; raises Http404."""
        for parameter in PARAMETERS:
            if value := query.get(parameter, ""):
                found = find(parameter, value, user)
                if found is not None:
                    title, address, fields = found
                    return cls(title, address, fields, parameter, value)
        raise Http404("This is not there any more, so there is nothing to report.")


def find(parameter: str, value: str, user: AnyUser) -> tuple[str, str, dict[str, Any]] | None:
    if parameter == "submission":
        return of_submission(whole(value) or 0, user)
    if parameter == "exercise":
        exercise = Exercise.objects.published().filter(slug=value).first()
        return (exercise.title, exercise.get_absolute_url(), {"exercise": exercise}) if exercise else None
    if parameter == "question":
        question = Question.objects.published().filter(slug=value).first()
        return (question.title, question.get_absolute_url(), {"question": question}) if question else None
    item = Item.objects.select_related("question").filter(pk=whole(value) or 0).first()
    if item is None or not (item.question.is_published or getattr(user, "is_staff", False)):
        return None
    address = f"{item.question.get_absolute_url()}#item-{item.key.hex}"
    return item.question.title, address, {"question": item.question, "item": item}


def of_submission(number: int, user: AnyUser) -> tuple[str, str, dict[str, Any]] | None:
    mine = Submission.objects.visible_to(user).select_related("exercise", "version")
    submission = mine.filter(pk=number).exclude(verdict="").first()
    if submission is None:
        return None
    fields = {"exercise": submission.exercise, "submission": submission, "evidence": evidence_of(submission)}
    title = f"the verdict on your submission #{number} to {submission.exercise.title}"
    return title, submission.get_absolute_url(), fields
