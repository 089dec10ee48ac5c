from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from quiz.board.models import this_week
from quiz.board.points import EXERCISE_POINTS, QUESTION_POINTS
from quiz.board.standings import standings


def leaderboard(request: HttpRequest) -> HttpResponse:
    """This week's board, or with ?period=all that of all time."""
    all_time = request.GET.get("period") == "all"
    week = None if all_time else this_week()
    context = {
        "standings": standings(request.user, week),
        "all_time": all_time,
        "week": week,
        "exercise_points": EXERCISE_POINTS,
        "question_points": QUESTION_POINTS,
    }
    return render(request, "board/leaderboard.html", context)
