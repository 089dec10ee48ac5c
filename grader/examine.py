"""Examining what came back from the jail: for each case, everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from grader import chance, wording
from grader.claims import Claim, ErrorClaim
from grader.compare import Comparison
from grader.finding import Finding
from grader.paper import Case, Paper
from grader.plan import Plan
from grader.sandbox import wire

LANES = ("plain", "float32", "layout", "gradient", "repeat", "reseeded")  # in the order in which they are told


@dataclass
class Examined:
    """What was found out about one case.

    output      what the plain call returned (a claim), `...` when it returned nothing
    error       the exception of the plain call
    gradients   what came back through the learner's graph (a claim), by the path of the argument
    """

    case: Case
    findings: list[Finding] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    output: Any = ...
    error: ErrorClaim | None = None
    missing: bool = False
    gradients: dict[str, Any] | None = None

    @property
    def first(self) -> Finding | None:
        return min(self.findings, key=lambda finding: finding.rank, default=None)

    @property
    def kinds(self) -> set[str]:
        return {finding.kind for finding in self.findings}

    @property
    def claims(self) -> frozenset[tuple[str, str, str]]:
        """What failed, without the figures: equal for two solutions that make the same mistake."""
        return frozenset((finding.kind, finding.claim, finding.output) for finding in self.findings)


def examine(paper: Paper, plan: Plan, framework: str, claims: dict[int, Claim]) -> list[Examined]:
    """Return what was found about each planned case, in the paper's order; `claims` are the results by run."""
    examined: dict[int, Examined] = {}
    for number, run in sorted(enumerate(plan.runs), key=lambda item: LANES.index(item[1].lane)):
        case = paper.cases[run.case]
        found = examined.setdefault(run.case, Examined(case))
        result = claims.get(number)
        if result is None:
            found.missing = True
            continue
        if run.lane == "plain":
            found.output, found.error = result.output, result.error
        if run.lane == "plain" or not found.findings:
            _Examiner(paper, framework, found, run.lane).run(result, run.inputs)
    _across_seeds(paper, plan, claims, examined)
    return [examined[i] for i in sorted(examined)]


class _Examiner:
    def __init__(self, paper: Paper, framework: str, found: Examined, lane: str) -> None:
        self.paper, self.framework, self.found, self.lane = paper, framework, found, lane
        self.case = found.case

    def add(self, kind: str, message: str, **more: Any) -> None:
        self.found.findings.append(Finding(kind, message, lane=self.lane, **more))

    def run(self, result: Claim, inputs: dict[str, Any] | None) -> None:
        if self.case.raises:
            if result.error is not None and "NotImplementedError" in result.error.kinds:
                self._exception(result.error)
            elif result.error is None:
                self.add("structure", "an exception is expected here, and the function returned", claim="should_raise")
            return
        if result.error is not None:
            self._exception(result.error)
            return
        self._changed(result)
        if self.lane == "gradient":
            self._gradient(result.output)
        else:
            self._output(result.output, inputs)

    def _exception(self, error: ErrorClaim) -> None:
        if self.lane == "layout" and ("read-only" in error.message or "not writeable" in error.message):
            where = f" (line {error.line})" if error.line is not None else ""
            self.add("mutation", f"an argument is written to{where}; work on a copy", claim="mutation")
        elif self.lane == "gradient" and self.found.error is None:
            self.add("gradient", f"the gradient cannot be taken: {error.sentence}", claim="graph")
        else:
            where = {"float32": "with float32 arguments ", "layout": "with a strided, read-only argument "}.get(
                self.lane, ""
            )
            self.add("exception", where + error.sentence, claim=error.type)

    def _changed(self, result: Claim) -> None:
        if result.changed:
            verb = "is" if len(result.changed) == 1 else "are"
            text = f"{wording.names(list(result.changed[:5]))} {verb} changed by your function; work on a copy"
            self.add("mutation", text, claim="mutation")
        if result.global_random:
            text = "the global random state is used; draw from the generator that is passed in"
            self.add("random", text, claim="global_random")

    def _comparison(self, response: dict[str, Any]) -> Comparison:
        lane = self.lane if self.lane in ("float32", "gradient") else "plain"
        return Comparison(
            framework=self.framework,
            lane=lane,
            response=response,
            terms=self.case.terms,
            dtype=self._dtype(),
            lenient=not self.case.strict,
            coarse=self.case.extreme and lane == "float32",
        )

    def _dtype(self) -> str | None:
        """Return the dtype of the call's float arguments, None where it has none."""
        if not self.case.has_floats:
            return None
        return "float32" if self.lane == "float32" else "float64"

    def _output(self, output: Any, inputs: dict[str, Any] | None) -> None:
        names = self.paper.names(self.case.call)
        comparison = self._comparison(self.case.response)
        judges = {(key or names[0]): judge for key, judge in self.case.judge.items()}
        expected = self.case.expected32 if self.lane == "float32" else self.case.expected
        if not judges:
            comparison.result(expected, output, names)
        else:
            self._judged(comparison, judges, output, names, inputs)
        self._take(comparison)

    def _judged(
        self,
        comparison: Comparison,
        judges: dict[str, dict[str, Any]],
        output: Any,
        names: list[str],
        inputs: dict[str, Any] | None,
    ) -> None:
        """Judge each output in its own way; those without a judge by comparison."""
        outputs = by_name(output, names)
        if not outputs:
            comparison.result(self.case.expected, output, names)
        masks = {judge.get("mask") for judge in judges.values()}
        case = self.case
        for name in outputs:
            if name not in judges and name not in masks and inputs is None:
                comparison.result(chance.case_output(case, name, names), outputs[name], [name])
            elif name in judges and judges[name]["kind"] in ("Dropped", "Distributed"):
                chance.judge_output(comparison, case, judges[name], outputs, name)

    def _gradient(self, output: Any) -> None:
        comparison = self._comparison(self.case.vjp_response)
        claimed = self.found.gradients = output if isinstance(output, dict) else {}
        for path, expected in self._gradients().items():
            got = claimed.get(path)
            if got is None and not np.any(expected):
                continue
            if got is None:
                causes = "`.detach()`, `.item()`, `.data`, NumPy, a new tensor"
                text = f"no gradient reaches `{path}`: the graph is cut ({causes})"
                self.add("gradient", text, output=path, claim="cut")
                continue
            single = self._comparison({"": self.case.vjp_response.get(path, 0.0) + self._upstream_size()})
            single.result(expected, got, [path])
            for finding in single.findings:
                text = f"the gradient of `{path}` through your function: {finding.message}"
                comparison.findings.append(
                    replace(finding, kind="gradient", message=text, output=path, claim=finding.kind, lane=self.lane)
                )
            comparison.remarks += single.remarks
        self._take(comparison)

    def _upstream_size(self) -> float:
        """Return the largest upstream gradient: what cancels in a gradient is of its size, however small the rest."""
        return max(
            (float(np.max(np.abs(leaf), initial=0.0)) for leaf in (self.case.upstream or {}).values()), default=0.0
        )

    def _gradients(self) -> dict[str, Any]:
        """Return the right gradients by the path of the argument."""
        for judge in self.case.judge.values():
            if judge["kind"] == "Dropped":
                own = chance.gradient(self.case, judge, self.found.output)
                return {judge["x"]: own} if own is not None else {}
        return self.case.vjp

    def _take(self, comparison: Comparison) -> None:
        prefix = {
            "float32": "in float32: ",
            "layout": "with a strided, read-only argument: ",
            "repeat": "when called again: ",
        }.get(self.lane, "")
        for finding in comparison.findings:
            self.found.findings.append(replace(finding, message=prefix + finding.message, lane=self.lane))
        self.found.remarks += comparison.remarks


def by_name(output: Any, names: list[str]) -> dict[str, Any]:
    """Return the outputs of a call by their names; nothing where they are not as many as the names."""
    if len(names) == 1:
        return {names[0]: output[0] if type(output) is tuple and output else output}
    if type(output) is dict and set(names) <= set(output):
        return {name: output[name] for name in names}
    if type(output) in (list, tuple) and len(output) == len(names):
        return dict(zip(names, output, strict=True))
    return {}


def _across_seeds(paper: Paper, plan: Plan, claims: dict[int, Claim], examined: dict[int, Examined]) -> None:
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


def _fixed_count(paper: Paper, found: Examined, outputs: list[Any]) -> None:
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
