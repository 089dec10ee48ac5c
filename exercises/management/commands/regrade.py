"""`manage.py regrade [SLUG...]`: shows what the current versions would say, and with --apply writes it down."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.models import F, QuerySet
from django.utils import timezone

from exercises.models import Device, Submission
from exercises.topics import FRAMEWORKS
from grader import Grader, Job, Report, Sandbox, SandboxUnavailable

PROFILES = ("numpy", "torch", "torch-cuda", "author", "author-torch")


class Command(BaseCommand):
    help = "Grade recorded submissions on the current version of their exercise; without --apply only a preview."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slugs", nargs="*", metavar="SLUG", help="only these exercises")
        parser.add_argument("--framework", choices=list(FRAMEWORKS))
        parser.add_argument("--all", action="store_true", help="also those that were graded on the current version")
        parser.add_argument("--apply", action="store_true", help="record the new verdicts")

    def handle(self, *args: Any, **options: Any) -> None:
        chosen = choose(options)
        changed = 0
        try:
            with Sandbox(PROFILES) as sandbox:
                if "torch-cuda" in sandbox.unavailable:
                    chosen = self.on_the_cpu(chosen)
                total = chosen.count()
                grader = Grader(sandbox)
                for submission in chosen.iterator(chunk_size=100):
                    report = grade_now(grader, submission)
                    changed += self.show(submission, report)
                    if options["apply"] and report.verdict != "internal_error":
                        record(submission, report)
        except SandboxUnavailable as error:
            raise CommandError(f"The sandbox cannot be started: {error}") from error
        done = "recorded" if options["apply"] else "nothing is recorded without --apply"
        self.stdout.write(f"{total} submissions graded, {changed} verdicts differ; {done}.")

    def on_the_cpu(self, chosen: QuerySet[Submission]) -> QuerySet[Submission]:
        """Those that ran on the CPU; how many others there are is said."""
        if left_out := chosen.exclude(device=Device.CPU).count():
            self.stdout.write(f"{left_out} that ran on a GPU left out: this machine has none that may be used.")
        return chosen.filter(device=Device.CPU)

    def show(self, submission: Submission, report: Report) -> bool:
        """Print a verdict that differs; whether it does."""
        if report.verdict == submission.verdict:
            return False
        self.stdout.write(f"{submission.pk:>8} {submission.exercise.slug} {submission.framework} by {submission.user}: "
                          f"{submission.verdict} -> {report.verdict}. {report.message}")  # fmt: skip
        return True


def choose(options: dict[str, Any]) -> QuerySet[Submission]:
    chosen = Submission.objects.recorded().exclude(verdict="").select_related("exercise__version", "user")
    if options["slugs"]:
        chosen = chosen.filter(exercise__slug__in=options["slugs"])
    if options["framework"]:
        chosen = chosen.filter(framework=options["framework"])
    if not options["all"]:
        chosen = chosen.exclude(version=F("exercise__version"))
    return chosen.filter(exercise__version__isnull=False).order_by("pk")


def grade_now(grader: Grader, submission: Submission) -> Report:
    assert submission.exercise.version is not None, "only exercises with a version are chosen"
    submission.version = submission.exercise.version
    return grader.grade(Job.from_dict({**submission.job(), "seed": None}))


def record(submission: Submission, report: Report) -> None:
    Submission.objects.filter(pk=submission.pk, attempt=submission.attempt).update(
        version=submission.version,
        verdict=report.verdict,
        report=report.to_dict(),
        seed=report.seed,
        finished=timezone.now(),
    )
