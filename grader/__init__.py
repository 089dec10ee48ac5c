"""Grades submissions: strangers' code computes in a jail, and what it returns is compared here.

    report = Grader(Sandbox()).grade(job)

The message queue's side is `app` and its task `grade`, which takes a job and gives a report, both as dicts.
"""

from grader.celery import app, heartbeats
from grader.folder import FolderError
from grader.job import VERDICTS, CaseReport, Job, Report
from grader.judge import Grader, profile_of
from grader.printed import CodeFailed, printed
from grader.proof import AttemptProof, Proof, prove
from grader.sandbox import Layer, Limits, Sandbox, SandboxFailure, SandboxUnavailable
from grader.source import MAX_SOURCE_BYTES, InvalidSource, read_source
from grader.tasks import grade, print_code
from grader.truth import Regraded, regrade

__all__ = [
    "MAX_SOURCE_BYTES",
    "VERDICTS",
    "AttemptProof",
    "CaseReport",
    "CodeFailed",
    "FolderError",
    "Grader",
    "InvalidSource",
    "Job",
    "Layer",
    "Limits",
    "Proof",
    "Regraded",
    "Report",
    "Sandbox",
    "SandboxFailure",
    "SandboxUnavailable",
    "app",
    "grade",
    "heartbeats",
    "print_code",
    "printed",
    "profile_of",
    "prove",
    "read_source",
    "regrade",
]
