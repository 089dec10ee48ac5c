from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from exercises.models import Shared, Submission
from quiz.people.forms import SettingsForm
from quiz.people.models import User, time_zones

THEMES = ("system", "light", "dark")
YEAR_SECONDS = 365 * 24 * 3600


def profile(request: HttpRequest, name: str) -> HttpResponse:
    """A person's page: theirs always, other people's if they are shown to others."""
    person = User.objects.named(name).first()
    if person is None or not (person.listed or person == request.user):
        raise Http404(f"Nobody called {name} is shown here.")
    return render(request, "people/profile.html", {"person": person})


@login_required
def settings(request: HttpRequest) -> HttpResponse:
    user = request.user
    assert isinstance(user, User)
    if user.is_guest:
        return redirect("account_signup")
    form = SettingsForm(request.POST or None, instance=User.objects.get(pk=user.pk))
    if form.is_valid():
        form.save()
        messages.success(request, "Your settings are saved.")
        return redirect("people:settings")
    shared = shared_by(user).count()
    return render(request, "people/settings.html", {"form": form, "shared": shared})


def shared_by(user: User) -> QuerySet[Submission]:
    """The solutions that this person shows to others."""
    return Submission.objects.filter(user=user).exclude(shared=Shared.NOT)


@require_POST
@login_required
def stop_sharing(request: HttpRequest) -> HttpResponse:
    """Take back all solutions at once; the page of a submission does it for one."""
    user = request.user
    assert isinstance(user, User)
    count = shared_by(user).update(shared=Shared.NOT)
    messages.success(request, f"Nobody else sees your solutions now: {count} taken back.")
    return redirect("people:settings")


def way_back(request: HttpRequest) -> str:
    """The page on this site that the form was on."""
    target = request.POST.get("next", "/")
    return target if url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}) else "/"


@require_POST
@login_required
def time_zone(request: HttpRequest) -> HttpResponse:
    """Take the zone that the device offers; guests have one too."""
    user = request.user
    assert isinstance(user, User)
    zone = request.POST.get("time_zone", "")
    if zone in time_zones():
        User.objects.filter(pk=user.pk).update(time_zone=zone)
        messages.success(request, f"Your day now begins at midnight in {zone.replace('_', ' ')}.")
    else:
        messages.error(request, "That is not a time zone we know. Choose one in the settings.")
    return redirect(way_back(request))


@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Keep the look in a cookie: it belongs to the device, and pages come with it from the first byte."""
    response = redirect(way_back(request))
    chosen = request.POST.get("theme")
    if chosen in THEMES:
        response.set_cookie("theme", chosen, max_age=YEAR_SECONDS, samesite="Lax", secure=request.is_secure())
    return response
