"""The rating that follows from what happened. Each comes with its reason, since the person may change it."""

from dataclasses import dataclass

from quiz.bank.models import Answer
from quiz.review.memory import Rating

QUICK = 1 / 3  # of the usual time: then it was easy
SLOW = 3  # times the usual time: then it was hard
USUAL_SECONDS = {"single": 30, "multiple": 45, "free": 120, "bug": 90}
OTHERS_SECONDS = 75
HALF = 0.5
MANY_TRIES = 3
LAST_HINT = 3


@dataclass(frozen=True)
class Rated:
    rating: Rating
    reason: str


def rate_answer(answer: Answer, seconds: float | None, *, again: bool) -> Rated:
    """For an answer to an item. Only who is asked `again` can find it easy: the first time may have been luck."""
    if answer.outcome == "rated":
        return Rated(Rating(answer.response["rating"] + 1), "your own rating")
    if answer.outcome == "partly":
        enough = (answer.score or 0) > HALF
        return Rated(Rating.HARD if enough else Rating.AGAIN, "partly right")
    if not answer.is_right:
        return Rated(Rating.AGAIN, "you did not know it" if answer.outcome == "unknown" else "not right")
    usual = USUAL_SECONDS.get(answer.item.kind, OTHERS_SECONDS)
    if seconds is not None and seconds > SLOW * usual:
        return Rated(Rating.HARD, "right, after a long time")
    if seconds is not None and seconds < QUICK * usual and again:
        return Rated(Rating.EASY, "right, and quickly")
    return Rated(Rating.GOOD, "right")


def rate_solution(failed: int, hints: int, *, gave_up: bool) -> Rated:
    """For an exercise that was solved after so many submissions that failed, with so many hints."""
    if gave_up:
        return Rated(Rating.AGAIN, "accepted, after a look at the solution")
    if hints >= LAST_HINT or failed > MANY_TRIES:
        tries = f"{failed + 1} submissions" if failed > MANY_TRIES else "all hints"
        return Rated(Rating.HARD, f"accepted, with {tries}")
    if failed or hints:
        return Rated(Rating.GOOD, "accepted, not at once")
    return Rated(Rating.EASY, "accepted at once")
