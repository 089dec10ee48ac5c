from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.http import HttpRequest

from quiz.people.models import User


@admin.register(User)
class PersonAdmin(UserAdmin):  # type: ignore[type-arg]  # generic only for the type checker
    list_display = ["username", "nickname", "email", "is_guest", "is_staff", "date_joined", "last_login"]
    list_filter = ["is_guest", "is_staff", "is_active", "listed", "groups"]
    search_fields = ["username", "nickname", "email"]
    fieldsets = [
        (None, {"fields": ["username", "password", "email"]}),
        ("Shown to others", {"fields": ["nickname", "listed", "time_zone"]}),
        ("May do", {"fields": ["is_active", "is_staff", "is_superuser", "groups", "user_permissions"]}),
        ("Dates", {"fields": ["is_guest", "date_joined", "last_login"]}),
    ]
    filter_horizontal = []  # the plain list is easier to use without a mouse
    readonly_fields = ["is_guest", "date_joined", "last_login"]

    def get_deleted_objects(
        self, objs: Any, request: HttpRequest
    ) -> tuple[list[Any], dict[str, int], set[str], list[Any]]:
        """With a person goes all that is theirs, also what can only be read by itself."""
        shown, counts, _, protected = super().get_deleted_objects(objs, request)
        return shown, counts, set(), protected
