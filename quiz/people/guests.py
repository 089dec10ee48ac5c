"""Guests: people who answer before they have an account. Signing up keeps their row; logging in moves what it owns."""

from datetime import timedelta
from typing import Any, Protocol, runtime_checkable

from django.contrib.auth import login
from django.contrib.auth.signals import user_logged_in
from django.db import IntegrityError, models, transaction
from django.dispatch import Signal, receiver
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from quiz.people.models import User


@runtime_checkable
class Absorbing(Protocol):
    """Rows of which two can become one without a loss."""

    def absorb(self, other: Any) -> None: ...


guest_merged = Signal()  # sent with user= after a guest's rows have become theirs
BACKEND = "django.contrib.auth.backends.ModelBackend"
_AT_ONCE = timedelta(minutes=1)


def ensure_user(request: HttpRequest) -> User:
    """Who is signed in; a visitor who is not becomes a guest."""
    if isinstance(request.user, User):
        return request.user
    csrf_secret = request.META.get("CSRF_COOKIE")
    guest = guest_with(csrf_secret) if csrf_secret else User.objects.create_guest()
    login(request, guest, backend=BACKEND)
    if csrf_secret:  # a guest gains no rights, and the forms on the page they came from have to stay valid
        request.META["CSRF_COOKIE"] = csrf_secret
    return guest


def guest_with(csrf_secret: str) -> User:
    """A new guest; the same one for all that a page sends at once, before an answer could tell it who it is."""
    name = salted_hmac("quiz.people.guests", csrf_secret).hexdigest()[:12]
    try:
        with transaction.atomic():
            return User.objects.create_guest(name)
    except IntegrityError:
        since = timezone.now() - _AT_ONCE
        same = User.objects.filter(username=f"guest-{name}", is_guest=True, is_active=True, date_joined__gt=since)
        return same.first() or User.objects.create_guest()


@receiver(user_logged_in)
def keep_progress(request: HttpRequest, user: User, **kwargs: object) -> None:
    guest = getattr(request, "guest", None)
    if guest is not None and guest.pk != user.pk:
        merge(guest, user)


@transaction.atomic
def merge(guest: User, user: User) -> None:
    """Give everything that the guest owns to the user, and forget the guest."""
    for relation in User._meta.get_fields(include_hidden=True):
        if isinstance(relation, models.ManyToOneRel):
            move_rows(relation.field, guest, user)
    guest.delete()
    guest_merged.send(User, user=user)


def move_rows(owner: models.ForeignKey[User, User], guest: User, user: User) -> None:
    rows = owner.model._base_manager.filter(**{owner.name: guest})
    try:
        with transaction.atomic():
            rows.update(**{owner.name: user})
    except IntegrityError:
        for row in rows:
            move_row(row, owner, user)


def move_row(row: models.Model, owner: models.ForeignKey[User, User], user: User) -> None:
    """Move one row. Where the user has one like it already, that absorbs it if it can; else the newer one stays."""
    rival = find_rival(row, owner, user)
    if isinstance(rival, Absorbing):
        rival.absorb(row)
        row.delete()
        return
    if rival is not None and changed_later(rival, row):
        row.delete()
        return
    if rival is not None:
        rival.delete()
    type(row)._base_manager.filter(pk=row.pk).update(**{owner.name: user})


def find_rival(row: models.Model, owner: models.ForeignKey[User, User], user: User) -> models.Model | None:
    """The user's row that leaves no place for this one."""
    meta = row._meta
    together = [*meta.unique_together, *(constraint.fields for constraint in meta.total_unique_constraints)]
    if owner.unique:
        together.append((owner.name,))
    for names in together:
        if owner.name in names:
            same = {name: getattr(row, name) for name in names} | {owner.name: user}
            if rival := type(row)._base_manager.filter(**same).first():
                return rival
    return None


def changed_later(rival: models.Model, row: models.Model) -> bool:
    for field in row._meta.concrete_fields:
        if getattr(field, "auto_now", False):
            return bool(getattr(rival, field.attname) >= getattr(row, field.attname))
    return True  # nothing says when: what the account has stays
