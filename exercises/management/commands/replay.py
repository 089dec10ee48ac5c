"""`manage.py replay ID`: grades a submission once more as it was, on its own version and inputs, and compares."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from exercises.models import Submission
from grader import Grader, Job, Sandbox, SandboxUnavailable, profile_of


class Command(BaseCommand):
    help = "Repeat a submission's verdict with the same version and inputs; nothing is recorded."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("id", type=int, metavar="ID")

    def handle(self, *args: Any, **options: Any) -> None:
        submission = Submission.objects.select_related("exercise", "version").filter(pk=options["id"]).first()
        if submission is None:
            raise CommandError(f"There is no submission {options['id']}.")
        profile = profile_of(submission.framework, submission.device)
        try:
            with Sandbox((profile, "author", "author-torch"), prepared=1) as sandbox:
                if profile in sandbox.unavailable:
                    raise CommandError(f"It ran as {submission.variant}: {profile} cannot be had on this machine.")
                report = Grader(sandbox).grade(Job.from_dict(submission.job()))
        except SandboxUnavailable as error:
            raise CommandError(f"The sandbox cannot be started: {error}") from error
        self.stdout.write(
            f"Recorded: {submission.verdict or 'nothing yet'}. {(submission.report or {}).get('message', '')}"
        )
        self.stdout.write(f"Now:      {report.verdict}. {report.message}")
        if report.verdict != submission.verdict:
            raise SystemExit(1)
