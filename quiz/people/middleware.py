from functools import partial
from zoneinfo import ZoneInfo

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.utils import timezone
from django.utils.deprecation import MiddlewareMixin

from quiz.people.guests import ensure_user
from quiz.people.models import User


class PeopleMiddleware(MiddlewareMixin):
    """Adds `request.ensure_user()` and `request.guest`, and shows times in the person's own zone.

    On the pages for signing up and logging in a guest counts as nobody, so that they may do either.
    """

    def process_request(self, request: HttpRequest) -> None:
        user = request.user
        request.ensure_user = partial(ensure_user, request)  # type: ignore[attr-defined]
        request.guest = user if isinstance(user, User) and user.is_guest else None  # type: ignore[attr-defined]
        if isinstance(user, User) and user.time_zone != "UTC":
            timezone.activate(ZoneInfo(user.time_zone))
        else:
            timezone.deactivate()
        if user.is_authenticated and user.is_guest and request.path_info.startswith("/accounts/"):
            request.user = AnonymousUser()
