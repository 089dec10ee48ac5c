"""The page on which a problem is reported."""

from datetime import timedelta

from django.contrib import messages
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from quiz.people.models import User
from quiz.reports.forms import ReportForm
from quiz.reports.models import Problem
from quiz.reports.subjects import Subject

AN_HOUR = 3600  # seconds
MOST_AN_HOUR = 20
DOUBLE_CLICK = timedelta(minutes=5)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """The form, and by POST the report; afterwards back to what it was about."""
    subject = Subject.read(request.GET, request.user)
    form = ReportForm(subject, request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return render(request, "reports/new.html", {"form": form, "subject": subject}, status=status)
    if too_many(request):
        form.add_error(None, "That is a lot of reports in one hour. Thank you! Send this one a little later.")
        return render(request, "reports/new.html", {"form": form, "subject": subject}, status=429)
    save(form, subject, request.user if isinstance(request.user, User) else None)
    messages.success(request, "Thank you. Your report is with the authors.")
    return redirect(subject.address)


def save(form: ReportForm, subject: Subject, reporter: User | None) -> None:
    """Store the report; one that is sent twice is stored once."""
    about = {name: value for name, value in subject.fields.items() if name != "evidence"}
    same = Problem.objects.filter(**about, reporter=reporter, text=form.cleaned_data["text"])
    if same.filter(created__gte=timezone.now() - DOUBLE_CLICK).exists():
        return
    problem: Problem = form.save(commit=False)
    for name, value in subject.fields.items():
        setattr(problem, name, value)
    problem.reporter = reporter
    problem.save()


def too_many(request: HttpRequest) -> bool:
    """Counts this report, and says whether it is one too many of this person, or of this address for visitors."""
    who = request.user.pk or request.META.get("REMOTE_ADDR", "")
    key = f"reports:{who}"
    cache.add(key, 0, AN_HOUR)
    return cache.incr(key) > MOST_AN_HOUR
