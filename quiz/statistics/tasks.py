"""Keeps the figures of items up to date, in the results worker."""

from grader import app
from quiz.statistics.updating import update_statistics

EVERY_SECONDS = 60.0
MOST_AT_ONCE = 20_000  # answers: a backlog is worked off bit by bit, since verdicts wait meanwhile


@app.task(name="quiz.statistics.tasks.update", acks_late=False)  # type: ignore[untyped-decorator]
def update() -> None:
    update_statistics(most=MOST_AT_ONCE)
