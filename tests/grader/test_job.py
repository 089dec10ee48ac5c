import json

from grader import VERDICTS, CaseReport, Job, Report

JOB = Job("7", "token", "softmax", "v1", {"cases.py": ""}, "numpy", "x = 1", seed=3)


def test_a_job_survives_json():
    assert Job.from_dict(json.loads(json.dumps(JOB.to_dict()))) == JOB


def test_a_report_survives_json_with_its_cases():
    report = Report("accepted", cases=[CaseReport("rows", "accepted", index=[1, 2])], isolation=["seccomp"])
    assert Report.from_dict(json.loads(json.dumps(report.to_dict()))) == report


def test_a_job_from_a_newer_sender_is_read():
    assert Job.from_dict({**JOB.to_dict(), "colour": "blue"}) == JOB


def test_the_verdicts_are_words():
    assert "accepted" in VERDICTS
    assert len(VERDICTS) == 9
