"""Taking one's data along, and leaving: what the site holds as JSON, and the end of an account."""

import itertools
from collections.abc import AsyncIterator, Iterator

from asgiref.sync import sync_to_async
from django import forms
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.core import signing
from django.core.cache import cache
from django.core.mail import send_mail
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from quiz.people import exporting
from quiz.people.models import User

SALT = "leave"
LINK_SECONDS = 24 * 3600
TRIES = 5  # of passwords, or mails, within the time
TRIES_SECONDS = 600
PIECES_AT_ONCE = 100
MAIL = """Hello {name},

somebody, hopefully you, wants to delete your Backpass account and everything in it.
Open this page within a day and confirm:

{address}

If it was not you, do nothing, and change your password.
"""


class LeaveForm(forms.Form):
    """The password again; a guest has none and says so with a tick."""

    password = forms.CharField(
        label="Your password",
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    sure = forms.BooleanField(label="Delete everything. I know that it cannot be brought back.")

    def __init__(self, user: User, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.user = user
        if not user.has_usable_password():
            del self.fields["password"]

    def clean_password(self) -> str:
        password = str(self.cleaned_data["password"])
        if not may_try(self.user, "password"):
            raise forms.ValidationError("Too many wrong passwords. Try again in ten minutes.")
        if not self.user.check_password(password):
            raise forms.ValidationError("That is not your password.")
        return password


def may_try(user: User, what: str) -> bool:
    """Whether this is one of the few tries that are free within some minutes."""
    key = f"leave-{what}-{user.pk}"
    cache.add(key, 0, TRIES_SECONDS)
    return int(cache.incr(key)) <= TRIES


def member(request: HttpRequest) -> User:
    assert isinstance(request.user, User)
    return request.user


@require_safe
@login_required
def data(request: HttpRequest) -> HttpResponse:
    """What the site holds, and the way out."""
    return render(request, "people/data.html")


@require_safe
@login_required
def export(request: HttpRequest) -> HttpResponseBase:
    response = StreamingHttpResponse(stream(member(request)), content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="backpass-{timezone.localdate()}.json"'
    response["Cache-Control"] = "no-store"
    return response


async def stream(user: User) -> AsyncIterator[str]:
    """The pieces of the export, made while they are sent: nobody's data stands in memory as a whole."""
    pieces = exporting.export(user)
    while portion := await sync_to_async(take)(pieces):
        yield portion


def take(pieces: Iterator[str]) -> str:
    return "".join(itertools.islice(pieces, PIECES_AT_ONCE))


@login_required
def delete(request: HttpRequest) -> HttpResponse:
    """The account and all that is in it goes, after the password was given once more."""
    user = member(request)
    sent = request.method == "POST"
    form = LeaveForm(user, request.POST if sent else None)
    if keeps_site_running(user):
        return render(request, "people/delete.html", {"last_admin": True}, status=409 if sent else 200)
    if form.is_valid():
        return farewell(request, user)
    return render(request, "people/delete.html", {"form": form}, status=422 if sent else 200)


def keeps_site_running(user: User) -> bool:
    """Whether nobody else could administrate the site."""
    others = User.objects.filter(is_superuser=True, is_active=True).exclude(pk=user.pk)
    return user.is_superuser and not others.exists()


def farewell(request: HttpRequest, user: User) -> HttpResponse:
    if request.user.pk == user.pk:
        logout(request)
    User.objects.get(pk=user.pk).delete()
    messages.success(request, "Your account and everything in it is deleted.")
    return redirect("home")


@require_POST
@login_required
def send_link(request: HttpRequest) -> HttpResponse:
    """For who has forgotten the password: a mail to the address of the account."""
    user = member(request)
    if not user.email or not may_try(user, "mail"):
        messages.error(request, "We cannot send you a mail now: there is no address, or there were several just now.")
        return redirect("people:delete")
    address = request.build_absolute_uri(reverse("people:delete_link", args=[token_of(user)]))
    send_mail("Delete your Backpass account?", MAIL.format(name=user.name, address=address), None, [user.email])
    messages.success(request, f"We have sent a mail to {user.email}. The link in it works for a day.")
    return redirect("people:delete")


def token_of(user: User) -> str:
    """Worth nothing any more once the password has changed."""
    return signing.dumps([user.pk, user.password[-12:]], salt=SALT)


def delete_by_link(request: HttpRequest, token: str) -> HttpResponse:
    """The page that the mail leads to; a click on it deletes."""
    try:
        pk, end = signing.loads(token, salt=SALT, max_age=LINK_SECONDS)
    except signing.BadSignature as refusal:
        raise Http404("That link is no longer valid.") from refusal
    user = User.objects.filter(pk=pk, password__endswith=end, is_active=True).first()
    if user is None or keeps_site_running(user):
        raise Http404("That link is no longer valid.")
    if request.method == "POST":
        return farewell(request, user)
    return render(request, "people/delete_by_link.html", {"person": user})
