"""The people who practise: accounts, and guests who have none yet."""

import zoneinfo
from functools import cache
from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.contrib.auth.models import UserManager as DjangoUserManager
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q, Value
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.crypto import get_random_string

name_characters = RegexValidator(r"^[\w.-]+\Z", "Letters, digits, dots, hyphens and underscores only.")


@cache
def time_zones() -> list[str]:
    """The zones that can be chosen, by the names of places."""
    places = (name for name in zoneinfo.available_timezones() if "/" in name and not name.startswith("Etc/"))
    return ["UTC", *sorted(places)]


def validate_time_zone(value: str) -> None:
    if value not in time_zones():
        raise ValidationError(
            "%(value)s is not a time zone. An example of one: Europe/Vienna.", params={"value": value}
        )


class UserManager(DjangoUserManager["User"]):
    def create_guest(self, name: str = "") -> "User":
        """A new guest: a real row without a password, so that progress has an owner from the first answer."""
        name = name or get_random_string(10, "abcdefghijkmnpqrstuvwxyz23456789")
        return self.create_user(username=f"guest-{name}", is_guest=True, listed=False)

    def named(self, name: str) -> models.QuerySet["User"]:
        """The account that is shown to others under this name; guests have no public name."""
        if "\x00" in name:  # which Postgres refuses to be asked for
            return self.none()
        wanted = Lower(Value(name))
        plain = self.filter(nickname="", username__lower=wanted)
        by_nickname = self.filter(~Q(nickname=""), nickname__lower=wanted)
        found = Q(pk__in=plain.values("pk")) | Q(pk__in=by_nickname.values("pk"))  # each by an index of its own
        return self.filter(found, is_guest=False, is_active=True)


models.CharField.register_lookup(Lower)


class User(AbstractUser):
    is_guest = models.BooleanField("guest", default=False, help_text="Has no password yet; signing up keeps the row.")
    nickname = models.CharField(
        max_length=40,
        blank=True,
        validators=[name_characters],
        help_text="Shown to others instead of your user name.",
    )
    listed = models.BooleanField(
        "show me to others",
        default=True,
        help_text="Your name and points on the leaderboard, and your profile page.",
    )
    time_zone = models.CharField(max_length=64, default="UTC", validators=[validate_time_zone])

    objects: ClassVar[UserManager] = UserManager()

    class Meta(AbstractUser.Meta):
        indexes = [models.Index(Lower("username"), name="user_by_name")]
        constraints = [
            models.UniqueConstraint(
                Lower("nickname"),
                condition=~Q(nickname=""),
                name="nickname_taken_once",
                violation_error_message="Somebody else has this nickname.",
            )
        ]

    @property
    def name(self) -> str:
        """The name that others see."""
        return "Guest" if self.is_guest else self.nickname or self.username

    @property
    def time_zone_name(self) -> str:
        return self.time_zone.replace("_", " ")

    def get_absolute_url(self) -> str:
        return reverse("people:profile", args=[self.name])

    def clean(self) -> None:
        super().clean()
        others = type(self).objects.exclude(pk=self.pk)
        if self.nickname and others.filter(username__iexact=self.nickname).exists():
            raise ValidationError({"nickname": "Somebody else has this as their user name."})
