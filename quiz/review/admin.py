from django.contrib import admin
from django.http import HttpRequest

from quiz.review.models import Card, Review


class ReadOnly(admin.ModelAdmin):  # type: ignore[type-arg]  # generic only for the type checker
    """Cards and reviews follow from what people do; here they are read."""

    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False


@admin.register(Card)
class CardAdmin(ReadOnly):
    list_display = ["key", "user", "kind", "due", "phase", "stability", "times"]
    list_filter = ["kind", "phase"]
    search_fields = ["=user__username", "key"]
    list_select_related = ["user"]


@admin.register(Review)
class ReviewAdmin(ReadOnly):
    list_display = ["at", "user", "card", "rating", "suggested", "reason", "seconds", "mature"]
    list_filter = ["rating", "mature"]
    search_fields = ["=user__username"]
    list_select_related = ["user", "card"]
