from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from quiz.people.models import User
from quiz.progress.calendar import calendar_of
from quiz.progress.mastery import topics_of, weakest
from quiz.progress.streak import streak_of
from quiz.review.forecast import retention
from quiz.review.models import Plan
from quiz.review.queue import queue_of

NEXT_STEPS = 3


@require_safe
def progress(request: HttpRequest) -> HttpResponse:
    """What somebody has shown so far, topic by topic and day by day, and what to do next."""
    user = request.user
    if not isinstance(user, User):
        return render(request, "progress/progress.html", {"calendar": None})
    topics = topics_of(user)
    context = {
        "topics": topics,
        "weakest": weakest(topics)[:NEXT_STEPS],
        "calendar": calendar_of(user),
        "streak": streak_of(user),
        "retention": retention(user, Plan.of(user).retention),
        "queue": queue_of(user),
    }
    return render(request, "progress/progress.html", context)
