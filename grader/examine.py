"""Examining what came back from the jail: for each case, everything that is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from grader import across, chance, wording
from grader.claims import Claim, ErrorClaim
from grader.compare import Comparison
from grader.finding import Finding
from grader.outputs import by_name, case_output
from grader.paper import Case, Paper
from grader.plan import HALVES, Plan

# In the order in which they are told.
LANES = (
    *("plain", "float32", "layout", "gradient", "gradcheck", "alone"),
    *(*HALVES, "other", "repeat", "reseeded"),
)
SAYS = {
    "float32": "in float32: ",
    "float16": "in float16: ",
    "bfloat16": "in bfloat16: ",
    "layout": "with a strided, read-only argument: ",
    "alone": "the last row of the batch alone: ",
    "repeat": "when called again: ",
}


@dataclass
class Examined:
    """What was found out about one case.

    imprecise   the outputs that agree to float32 precision only
    output      what the plain call returned (a claim), `...` when it returned nothing
    error       the exception of the plain call
    gradients   what came back through the learner's graph (a claim), by the path of the argument
    """

    case: Case
    findings: list[Finding] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    imprecise: list[str] = field(default_factory=list)
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
    across.compare(paper, plan, claims, examined)
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
        if self.lane in HALVES:
            self._half(result)
        elif self.lane == "other":
            self._other(result)
        elif result.error is not None:
            self._exception(result.error)
        else:
            self._changed(result)
            if self.lane == "gradient":
                self._gradient(result.output)
            elif self.lane != "gradcheck":
                self._output(result.output, inputs)

    def _half(self, result: Claim) -> None:
        """Say how the function fares in half precision; a solution that is right in double precision stays right."""
        if result.error is not None:
            if "not implemented for" not in result.error.message:
                self.found.remarks.append(f"In {self.lane} your function raises {result.error.sentence}.")
            return
        comparison = self._comparison(self.case.response)
        comparison.result(self.case.halves[self.lane], result.output, self.paper.names(self.case.call))
        if comparison.findings:
            first = min(comparison.findings, key=lambda finding: finding.rank)
            text = "A right formula stays closer: look for intermediate values that overflow, underflow or cancel."
            text = f" {text}" if first.kind in ("values", "nonfinite") else ""
            self.found.remarks.append(f"In {self.lane}, `{first.output or 'the result'}`: {first.message}.{text}")

    def _exception(self, error: ErrorClaim) -> None:
        if self.lane == "layout" and ("read-only" in error.message or "not writeable" in error.message):
            where = f" (line {error.line})" if error.line is not None else ""
            self.add("mutation", f"an argument is written to{where}; work on a copy", claim="mutation")
        elif self.lane == "gradient" and self.found.error is None:
            self.add("gradient", f"the gradient cannot be taken: {error.sentence}", claim="graph")
        elif self.lane == "gradcheck":
            if error.type == "GradcheckError" and "Jacobian" in error.message:
                text = "finite differences of your function give another gradient than its graph (gradcheck)"
                self.add("gradient", text, claim="gradcheck")
        else:
            self.add("exception", SAYS.get(self.lane, "") + error.sentence, claim=error.type)

    def _changed(self, result: Claim) -> None:
        if result.changed:
            verb = "is" if len(result.changed) == 1 else "are"
            text = f"{wording.names(list(result.changed[:5]))} {verb} changed by your function; work on a copy"
            self.add("mutation", text, claim="mutation")
        if result.global_random:
            text = "the global random state is used; draw from the generator that is passed in"
            self.add("random", text, claim="global_random")

    def _other(self, result: Claim) -> None:
        if result.overwritten:
            new = "tensor" if self.framework == "torch" else "array"
            text = f"what an earlier call returned is changed by a later one; return a new {new}"
            self.add("mutation", text, claim="overwritten")

    def _comparison(self, response: dict[str, Any]) -> Comparison:
        lane = self.lane if self.lane in ("float32", "gradient", *HALVES) else "plain"
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
        return self.lane if self.lane in ("float32", *HALVES) else "float64"

    def _output(self, output: Any, inputs: dict[str, Any] | None) -> None:
        names = self.paper.names(self.case.call)
        comparison = self._comparison(self._response())
        judges = {(key or names[0]): judge for key, judge in self.case.judge.items()}
        expected = self.case.expected32 if self.lane == "float32" else self.case.expected
        if self.lane == "alone" and self.case.alone is not None:
            expected = self.case.alone["expected"]
        if not judges:
            comparison.result(expected, output, names)
        else:
            self._judged(comparison, judges, output, names, inputs)
        self._take(comparison)

    def _response(self) -> dict[str, Any]:
        if self.lane == "float32":
            paths = self.case.response.keys() | self.case.rounding.keys()
            return {path: self.case.response.get(path, 0.0) + self.case.rounding.get(path, 0.0) for path in paths}
        if self.lane == "alone":
            return {path: value[-1:] if np.ndim(value) else value for path, value in self.case.response.items()}
        return self.case.response

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
                comparison.result(case_output(case, name, names), outputs[name], [name])
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
            comparison.imprecise += single.imprecise
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
        prefix = SAYS.get(self.lane, "")
        for finding in comparison.findings:
            self.found.findings.append(replace(finding, message=prefix + finding.message, lane=self.lane))
        self.found.remarks += comparison.remarks
        self.found.imprecise += comparison.imprecise
