"""The queue of reported problems."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from exercises.rendering import render_code
from quiz.reports.models import Problem, State


class OpenFirst(admin.SimpleListFilter):
    """The open ones, unless others are asked for."""

    title, parameter_name = "state", "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("all", "All"), *((value, str(label)) for value, label in State.choices if value != State.OPEN)]

    def choices(self, changelist: Any) -> Any:
        everything, *others = super().choices(changelist)
        return [everything | {"display": "Open"}, *others]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Problem]) -> QuerySet[Problem]:
        wanted = self.value() or State.OPEN
        return queryset if wanted == "all" else queryset.filter(state=wanted)


@admin.register(Problem)
class ProblemAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # not subscriptable when it runs
    list_display = ("number", "about", "sort", "text", "reporter", "created", "state")
    list_filter = (OpenFirst, "sort", ("exercise", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("question", "exercise", "reporter")
    search_fields = ("text", "question__slug", "exercise__slug", "reporter__username")
    date_hierarchy = "created"
    actions = ("fixed", "declined")
    fields = ("shown_subject", "sort", "text", "reporter", "created", "shown_evidence", "state", "note")
    readonly_fields = ("shown_subject", "sort", "text", "reporter", "created", "shown_evidence")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    @admin.display(description="#", ordering="pk")
    def number(self, problem: Problem) -> int:
        return problem.pk

    @admin.display(description="about")
    def shown_subject(self, problem: Problem) -> SafeString:
        links = [format_html('<a href="{}">{}</a>', address, text) for text, address in addresses(problem)]
        return format_html("{}<br>{}", problem.about, SafeString(" · ".join(links)))

    @admin.display(description="the submission as it was")
    def shown_evidence(self, problem: Problem) -> SafeString:
        if not problem.evidence:
            return SafeString("–")
        facts = ", ".join(f"{name}: {value}" for name, value in problem.evidence.items() if name != "source")
        return format_html("<p>{}</p>{}", facts, render_code(problem.evidence["source"]))

    @admin.action(description="Mark as fixed", permissions=["change"])
    def fixed(self, request: HttpRequest, problems: QuerySet[Problem]) -> None:
        messages.success(request, f"Fixed: {problems.update(state=State.FIXED)}.")

    @admin.action(description="Mark as as it should be", permissions=["change"])
    def declined(self, request: HttpRequest, problems: QuerySet[Problem]) -> None:
        messages.success(request, f"As it should be: {problems.update(state=State.DECLINED)}.")


def addresses(problem: Problem) -> list[tuple[str, str]]:
    """Where to look: the page itself, and where it is changed or graded again."""
    found = []
    if problem.question:
        found.append(("The page", problem.question.get_absolute_url()))
        found.append(("Its content", reverse("admin:bank_question_change", args=[problem.question.pk])))
    if problem.exercise:
        found.append(("The exercise", problem.exercise.get_absolute_url()))
    if problem.submission:
        found.append(("The submission", problem.submission.get_absolute_url()))
        found.append(("Grade it again", reverse("admin:exercises_submission_change", args=[problem.submission.pk])))
    return found
