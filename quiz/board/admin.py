from django.contrib import admin

from exercises.admin import ReadOnly
from quiz.board.models import Award


@admin.register(Award)
class AwardAdmin(ReadOnly):
    """Awards are made by answering; here they are read."""

    list_display = ["user", "kind", "key", "points", "created"]
    list_filter = ["kind", "created"]
    search_fields = ["user__username", "user__nickname", "key"]
    list_select_related = ["user"]
    date_hierarchy = "created"
