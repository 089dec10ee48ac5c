"""The runs of a random case compared with one another: same seed, same output; another seed, another output."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from grader import chance
from grader.claims import Claim
from grader.finding import Finding
from grader.outputs import by_name
from grader.paper import Case, Paper
from grader.plan import Plan
from grader.sandbox import wire


class Judged(Protocol):
    """A case with what was found wrong with it."""

    case: Case
    findings: list[Finding]


def compare(paper: Paper, plan: Plan, claims: dict[int, Claim], examined: Mapping[int, Judged]) -> None:
    """Compare the runs of each random case with one another: same seed, same output; another seed, another output."""
    for i, found in examined.items():
        case = found.case
        if not case.stochastic or found.findings:
            continue
        outputs = {lane: list(_outputs(plan, claims, i, lane)) for lane in ("plain", "repeat", "reseeded")}
        if not outputs["plain"]:
            continue
        plain = outputs["plain"][0]
        if any(not _same(plain, other) for other in outputs["repeat"]):
            found.findings.append(
                Finding("random", "the same generator gives another output the second time", claim="unrepeatable")
            )
        elif outputs["reseeded"] and any(_same(plain, other) for other in outputs["reseeded"]):
            text = "another seed gives the very same output; draw from the generator that is passed in"
            found.findings.append(Finding("random", text, claim="ignores_seed"))
        else:
            _fixed_count(paper, found, [plain, *outputs["reseeded"]])


def _fixed_count(paper: Paper, found: Judged, outputs: list[Any]) -> None:
    names = paper.names(found.case.call)
    for key, judge in found.case.judge.items():
        if judge["kind"] != "Dropped" or not 0 < judge["p"] < 1 or judge.get("along") or len(outputs) < 3:
            continue
        named = [by_name(output, names) for output in outputs]
        kept = [item[key or names[0]] != 0 for item in named if item]
        if len(kept) == len(outputs) and chance.same_counts(kept, judge["p"]):
            same = f"in {len(kept)} calls exactly the same number of values was dropped"
            text = f"{same}; each must be dropped independently"
            found.findings.append(Finding("statistics", text, names[0], claim="fixed_count"))


def _outputs(plan: Plan, claims: dict[int, Claim], case: int, lane: str) -> Iterable[Any]:
    for number, run in enumerate(plan.runs):
        claim = claims.get(number)
        if run.case == case and run.lane == lane and claim is not None and claim.output is not ...:
            yield claim.output


def _same(one: Any, other: Any) -> bool:
    return wire.encode(one) == wire.encode(other)
