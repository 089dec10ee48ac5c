"""The results worker: the grader's own app, with Django behind it to write down what the graders report.

celery -A quiz worker -Q results -B
"""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quiz.settings")
django.setup()

from django.conf import settings  # noqa: E402 -- what follows needs Django to be ready

from exercises import tasks  # noqa: E402
from grader import app  # noqa: E402
from quiz.statistics import tasks as statistics  # noqa: E402

__all__ = ["app"]

app.conf.timezone = "UTC"
app.conf.beat_schedule_filename = str(settings.VAR / "beat-schedule")
app.conf.beat_schedule = {
    "reap": {
        "task": tasks.reap.name,
        "schedule": tasks.REAP_SECONDS,
        "options": {"queue": tasks.RESULTS_QUEUE, "expires": tasks.REAP_SECONDS},
    },
    "statistics": {
        "task": statistics.update.name,
        "schedule": statistics.EVERY_SECONDS,
        "options": {"queue": tasks.RESULTS_QUEUE, "expires": statistics.EVERY_SECONDS},
    },
}
