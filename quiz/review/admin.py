from django.contrib import admin

from exercises.admin import ReadOnly
from quiz.review.models import Card, Review


@admin.register(Card)
class CardAdmin(ReadOnly):
    show_full_result_count = False
    list_display = ["key", "user", "kind", "due", "phase", "stability", "times"]
    list_filter = ["kind", "phase"]
    search_fields = ["=user__username", "key"]
    list_select_related = ["user"]


@admin.register(Review)
class ReviewAdmin(ReadOnly):
    show_full_result_count = False
    list_display = ["at", "user", "card", "rating", "suggested", "reason", "seconds", "mature"]
    list_filter = ["rating", "mature"]
    search_fields = ["=user__username"]
    list_select_related = ["user", "card"]
