from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from quiz.board.points import EXERCISE_POINTS, QUESTION_POINTS
from quiz.board.standings import standings, week_start


def leaderboard(request: HttpRequest) -> HttpResponse:
    """This week's board, or with ?period=all that of all time."""
    all_time = request.GET.get("period") == "all"
    since = None if all_time else week_start(timezone.now())
    context = {
        "standings": standings(request.user, since),
        "all_time": all_time,
        "since": since,
        "exercise_points": EXERCISE_POINTS,
        "question_points": QUESTION_POINTS,
    }
    return render(request, "board/leaderboard.html", context)
