"""What sign-up does here beyond what allauth does by itself."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from quiz.people.models import User, name_characters

username_validators = [name_characters]


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    def new_user(self, request: HttpRequest) -> User:
        """The guest who signs up, so that their progress stays theirs; else a new person."""
        guest: User | None = getattr(request, "guest", None)
        return guest or User()

    def save_user(self, request: HttpRequest, user: User, form: Any, commit: bool = True) -> User:
        if user.is_guest:
            user.is_guest = False
            user.listed = True
        saved: User = super().save_user(request, user, form, commit=commit)
        return saved

    def clean_username(self, username: str, shallow: bool = False) -> str:
        cleaned: str = super().clean_username(username, shallow)
        if User.objects.filter(nickname__iexact=cleaned).exists():
            raise ValidationError("Somebody else has this as their nickname.")
        return cleaned
