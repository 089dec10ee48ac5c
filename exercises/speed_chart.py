"""Where one solution's speed stands among everybody's: bars from much faster to much slower than the reference."""

from dataclasses import dataclass
from itertools import pairwise

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from exercises.models import Submission
from exercises.results import speed_of
from exercises.speed import figures

EDGES = (0.0, 0.5, 0.71, 1.0, 1.41, 2.0, 2.83, 4.0, 8.0, float("inf"))
FEWEST_PEOPLE = 3
HEIGHT, WIDTH = 40, 20


@dataclass(frozen=True)
class Bar:
    label: str
    count: int
    height: float
    x: int
    mine: bool

    @property
    def top(self) -> float:
        return HEIGHT - self.height


@dataclass(frozen=True)
class Chart:
    """The bars, and in words what they say of this solution."""

    bars: list[Bar]
    people: int
    slower: int

    @property
    def percent(self) -> int:
        return round(100 * self.slower / self.people)


def chart_of(submission: Submission) -> Chart | None:
    """The distribution that a timed solution is a part of; None before enough people have one."""
    speed = speed_of((submission.report or {}).get("speed"))
    others = figures(submission.exercise, submission.framework) if speed else []
    ratios = [figure.ratio for figure in others if figure.user_id != submission.user_id]
    if speed is None or len(ratios) + 1 < FEWEST_PEOPLE:
        return None
    everybody = [*ratios, speed.ratio]
    counts = [sum(low <= ratio < high for ratio in everybody) for low, high in pairwise(EDGES)]
    bars = [
        Bar(label(low, high), count, HEIGHT * count / max(counts), WIDTH * number, low <= speed.ratio < high)
        for number, ((low, high), count) in enumerate(zip(pairwise(EDGES), counts, strict=True))
    ]
    return Chart(bars, len(ratios), sum(ratio > speed.ratio for ratio in ratios))


def label(low: float, high: float) -> str:
    return f"{low:g} and more" if high == float("inf") else f"{low:g} to {high:g}"


@require_GET
def speed(request: HttpRequest, pk: int) -> HttpResponse:
    """The speed of a submission alone: it is measured after the verdict, when the graders have time."""
    mine = Submission.objects.visible_to(request.user).accepted().select_related("exercise")
    submission = get_object_or_404(mine, pk=pk)
    context = {"speed": speed_of((submission.report or {}).get("speed")), "chart": chart_of(submission)}
    return render(request, "exercises/_speed.html", context)
