"""What a new attempt has fixed and what it has broken, case by case, against the one before."""

from dataclasses import dataclass
from typing import Any

from exercises.models import Submission


@dataclass(frozen=True)
class Changes:
    fixed: list[str]
    broke: list[str]
    before: int  # the submission that it was compared with

    @property
    def any(self) -> bool:
        return bool(self.fixed or self.broke)


def changes_of(submission: Submission) -> Changes | None:
    """Against the person's attempt before, in the same framework; None where there is nothing to compare."""
    if submission.is_try:
        return None
    earlier = Submission.objects.filter(
        user=submission.user_id,
        exercise=submission.exercise_id,
        framework=submission.framework,
        purpose=submission.purpose,
        pk__lt=submission.pk,
    )
    before = earlier.exclude(report=None).values_list("pk", "report__cases").first()
    now = verdicts((submission.report or {}).get("cases"))
    then = verdicts(before[1]) if before else {}
    if before is None or not now or not then:
        return None
    fixed = [name for name, passes in now.items() if passes and then.get(name) is False]
    broke = [name for name, passes in now.items() if not passes and then.get(name)]
    return Changes(fixed, broke, before[0])


def verdicts(cases: list[dict[str, Any]] | None) -> dict[str, bool]:
    return {str(case["name"]): case["verdict"] == "accepted" for case in cases or []}
