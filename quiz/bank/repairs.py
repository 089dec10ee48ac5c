"""Proves that a bug is one: the code that an item shows fails, and the same code repaired passes."""

from exercises.folder import Attempt, Folder, read_folder
from exercises.shipped import CONTENT
from grader import CodeFailed, Grader, Job, printed
from quiz.bank.items.bug import Bug
from quiz.bank.outputs import framework_of


class RepairError(ValueError):
    """The bug is none, or its repair does not work."""


def grade_repair(grader: Grader, item: Bug) -> None:
    """Grades the bug and its repair, or runs both where no exercise can; raises RepairError."""
    if item.attempt:
        _grade_by_exercise(grader, item)
    elif item.repaired:
        bug, repaired = (_printed(grader, f"{code}\n{item.probe}") for code in (item.code, item.repaired))
        if bug == repaired:
            raise RepairError(f"with the bug and without it the same is printed: {bug!r}")
    else:
        raise RepairError("nothing proves the bug: give the repaired code, and a probe if it prints nothing")


def _grade_by_exercise(grader: Grader, item: Bug) -> None:
    folder = read_folder(CONTENT / item.exercise)
    stems = {_stem(attempt): attempt for attempt in folder.attempts}
    bug = stems[item.attempt.partition("/")[2]]
    if (verdict := _verdict(grader, folder, bug)) != bug.verdict or verdict == "accepted":
        raise RepairError(f"{item.attempt} gets the verdict {verdict}")
    if item.fixed:
        repairs = [stems[item.fixed.partition("/")[2]]]
    else:
        repairs = [one for one in folder.attempts if one.framework == bug.framework and one.verdict == "accepted"]
    verdicts = {_stem(repair): _verdict(grader, folder, repair) for repair in repairs}
    if not verdicts or set(verdicts.values()) != {"accepted"}:
        raise RepairError(f"the repairs get other verdicts: {verdicts}")


def _stem(attempt: Attempt) -> str:
    return f"{attempt.verdict}-{attempt.framework}-{attempt.reason}"


def _verdict(grader: Grader, folder: Folder, attempt: Attempt) -> str:
    job = Job("", "", folder.slug, "", folder.files, attempt.framework, attempt.source)
    return grader.grade(job).verdict


def _printed(grader: Grader, code: str) -> str:
    """What the code prints, or the error with which it stops."""
    try:
        return printed(grader.sandbox, code, framework=framework_of(code))
    except CodeFailed as error:
        return str(error)
