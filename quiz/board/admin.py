from django.contrib import admin
from django.http import HttpRequest

from quiz.board.models import Award


@admin.register(Award)
class AwardAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # generic only for the type checker
    """Awards are made by answering; here they are read."""

    list_display = ["user", "kind", "key", "points", "created"]
    list_filter = ["kind", "created"]
    search_fields = ["user__username", "user__nickname", "key"]
    list_select_related = ["user"]
    date_hierarchy = "created"

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Award | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Award | None = None) -> bool:
        return False
