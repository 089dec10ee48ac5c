"""The bank in the admin: questions with their state, a form for each kind of item, previews."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern
from simple_history.admin import SimpleHistoryAdmin

from quiz.bank import authoring
from quiz.bank.forms import QuestionForm
from quiz.bank.items import KINDS
from quiz.bank.models import Question, State

ABOUT_SHIPPED = ("title", "slug", "topic", "difficulty", "catalogue", "seed")


@admin.register(Question)
class QuestionAdmin(SimpleHistoryAdmin):  # type: ignore[misc]  # has no types
    form = QuestionForm
    list_display = ("title", "topic_name", "difficulty", "state", "item_count", "shipped", "updated")
    list_filter = ("state", "shipped", "difficulty", "topic")
    list_per_page = 20
    search_fields = ("title", "slug", "search_text")
    prepopulated_fields = {"slug": ("title",)}
    actions = ("publish", "retire")
    change_form_template = "admin/bank/question/change_form.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Question]:
        live = Count("items", filter=Q(items__live=True))
        return super().get_queryset(request).annotate(live=live)  # type: ignore[no-any-return]

    @admin.display(description="items", ordering="live")
    def item_count(self, question: Question) -> int:
        return int(question.live)  # type: ignore[attr-defined]

    def get_urls(self) -> list[URLPattern]:
        return authoring.urls(self.admin_site) + super().get_urls()  # type: ignore[no-any-return]

    def has_change_permission(self, request: HttpRequest, obj: Question | None = None) -> bool:
        may = super().has_change_permission(request, obj)
        return bool(may) and not (obj is not None and obj.shipped)

    def has_delete_permission(self, request: HttpRequest, obj: Question | None = None) -> bool:
        """Only drafts that nobody has answered are deleted; the others are retired."""
        may = super().has_delete_permission(request, obj)
        return bool(may) and obj is not None and obj.state == State.DRAFT and not obj.was_answered()

    def get_fields(self, request: HttpRequest, obj: Question | None = None) -> Any:
        return ABOUT_SHIPPED if obj is not None and obj.shipped else QuestionForm.Meta.fields

    def get_prepopulated_fields(self, request: HttpRequest, obj: Question | None = None) -> Any:
        return self.prepopulated_fields if obj is None else {}

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        question = context.get("original")
        if isinstance(question, Question):
            context["question"] = question
            context["items"] = list(question.live_items())
            context["kinds"] = [(name, kind.label) for name, kind in KINDS.items()]
            context["may_write"] = request.user.has_perm("bank.change_question")
        return super().render_change_form(request, context, *args, **kwargs)

    def save_model(self, request: HttpRequest, obj: Question, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        obj.index()

    def response_change(self, request: HttpRequest, obj: Question) -> HttpResponse:
        for button, state in (("_publish", State.PUBLISHED), ("_retire", State.RETIRED)):
            if button in request.POST:
                authoring.set_state(request, obj, state)
                return authoring.change_page(obj)
        return super().response_change(request, obj)  # type: ignore[no-any-return]

    def response_add(self, request: HttpRequest, obj: Question, post_url_continue: str | None = None) -> HttpResponse:
        return authoring.change_page(obj)  # its items come next

    @admin.action(description="Publish", permissions=["change"])
    def publish(self, request: HttpRequest, questions: QuerySet[Question]) -> None:
        for question in questions:
            authoring.set_state(request, question, State.PUBLISHED)

    @admin.action(description="Retire", permissions=["change"])
    def retire(self, request: HttpRequest, questions: QuerySet[Question]) -> None:
        for question in questions:
            authoring.set_state(request, question, State.RETIRED)
