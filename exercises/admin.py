"""Exercises and submissions in the admin: to look at; a submission can be graded again."""

import json
from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString

from exercises.models import Exercise, ExerciseVersion, Submission
from exercises.rendering import render_code
from exercises.tasks import grade_again


class ReadOnly(admin.ModelAdmin):  # type: ignore[type-arg]
    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Exercise)
class ExerciseAdmin(ReadOnly):
    list_display = ("title", "slug", "topic_name", "difficulty", "published", "shipped", "version")
    list_filter = ("topic", "difficulty", "published", "shipped")
    list_select_related = ("version__exercise",)
    search_fields = ("slug", "title", "search_text")
    exclude = ("search_text",)


@admin.register(ExerciseVersion)
class ExerciseVersionAdmin(ReadOnly):
    list_display = ("exercise", "content_hash", "created")
    list_select_related = ("exercise",)
    search_fields = ("exercise__slug", "content_hash")
    fields = ("exercise", "content_hash", "created", "shown_files")

    @admin.display(description="files")
    def shown_files(self, version: ExerciseVersion) -> SafeString:
        parts = [format_html("<details><summary>{}</summary>{}</details>", name, render_code(text, lexer_of(name)))
                 for name, text in sorted(version.files.items())]  # fmt: skip
        return SafeString("".join(parts))


def lexer_of(name: str) -> str:
    return {"py": "python", "yaml": "yaml"}.get(name.rpartition(".")[2], "text")


@admin.register(Submission)
class SubmissionAdmin(ReadOnly):
    list_display = ("id", "created", "user", "exercise", "framework", "device", "purpose", "shown_verdict", "tries")
    list_filter = ("verdict", "framework", "device", "purpose", "exercise__topic")
    list_select_related = ("user", "exercise")
    search_fields = ("user__username", "exercise__slug", "exercise__title")
    date_hierarchy = "created"
    actions = ("grade_again",)
    fields = ("user", "exercise", "version", "framework", "device", "purpose", "shown_verdict", "seed", "attempt",
              "tries", "created", "sent", "finished", "shown_source", "shown_report")  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> QuerySet[Submission]:
        return super().get_queryset(request).defer("report", "source")

    @admin.display(description="verdict", ordering="verdict")
    def shown_verdict(self, submission: Submission) -> str:
        return submission.verdict or "waiting"

    @admin.display(description="source")
    def shown_source(self, submission: Submission) -> SafeString:
        return render_code(submission.source)

    @admin.display(description="report")
    def shown_report(self, submission: Submission) -> SafeString:
        return render_code(json.dumps(submission.report, indent=1), "json")

    def has_grade_again_permission(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm("exercises.change_submission"))

    @admin.action(description="Grade again", permissions=["grade_again"])
    def grade_again(self, request: HttpRequest, chosen: QuerySet[Submission]) -> None:
        for submission in chosen.select_related("exercise", "version"):
            grade_again(submission)
        messages.success(request, f"{chosen.count()} submissions are graded again.")
