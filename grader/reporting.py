"""What is shown of a grading: its cases, its remarks, what was printed."""

from __future__ import annotations

from dataclasses import replace

from grader import described, parts, source, verdict, wording
from grader.claims import Claim
from grader.examine import Examined
from grader.job import CaseReport
from grader.paper import Paper
from grader.sandbox import Outcome

MAX_REMARKS = 8


def shown_output(outcome: Outcome) -> str:
    """Return what was printed, without the NUL that databases refuse."""
    text = outcome.stdout.replace("\x00", "\N{SYMBOL FOR NULL}")
    return text + "\n(cut)" if outcome.stdout_truncated else text


def remarks(examined: list[Examined], claims: dict[int, Claim], framework: str) -> list[str]:
    """Return what deserves a word but fails nothing, each once."""
    found = [remark for case in examined for remark in case.remarks]
    if not any(case.findings for case in examined):  # a wrong value may be near the right one by chance
        found += [described.float32_remark(label, framework) for case in examined for label in case.imprecise]
    warned = [item for claim in claims.values() for item in claim.warnings]
    found += [f"Line {line}: NumPy warns: {wording.clean(text, 200)}." for line, text in warned]
    return list(dict.fromkeys(found))[:MAX_REMARKS]


def case_report(paper: Paper, found: Examined, framework: str, text: str) -> CaseReport:
    """Return what is shown of one case; its values where it fails or is a sample. `text` is the learner's source."""
    case, first = found.case, found.first
    kind = "accepted" if first is None and not found.missing else "wrong_answer"
    if first is not None and first.kind == "exception":
        kind = "runtime_error"
    report = CaseReport(name=case.name, verdict=kind, message=verdict.case_message(found) if first else "")
    if first is None and not case.sample:
        return report
    names = paper.names(case.call)
    return replace(
        report,
        inputs={name: wording.readable(value) for name, value in case.inputs.items()},
        expected=wording.named(case.expected, names) if not case.judge and not case.raises else {},
        actual=wording.named(found.output, names) if found.output is not ... else {},
        max_abs_error=first.max_abs_error if first else None,
        index=first.index if first else None,
        times_tolerance=first.times_tolerance if first else None,
        output=(first.output or None) if first else None,
        parts=parts.table(paper, framework, found) if first and parts.are_several(paper, found) else [],
        traceback=source.traceback(text, found.error.frames) if found.error is not None else [],
    )
