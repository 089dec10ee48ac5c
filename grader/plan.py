"""The plan of one grading: what is called with which inputs, in which order. It is all that enters the jail."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from grader.folder import Folder
from grader.names import INTERNALS, PRIVATE
from grader.paper import Case, Paper
from grader.rules import Rules
from grader.sandbox import wire
from grader.shrink import mapped
from grader.statistics import ALPHA, largest_probability

LANES = ("plain", "float32", "float16", "bfloat16", "layout", "gradient", "gradcheck")  # as the harness knows them
HALVES = ("float16", "bfloat16")  # only remarks come from them
RECORDED = 3
UNREACHABLE = " ".join(sorted(INTERNALS | PRIVATE))


@dataclass(frozen=True)
class Run:
    """One call: of which case, and in which lane.

    plain     float64, as given
    float32   the same values in single precision
    layout    strided, Fortran-ordered and read-only arrays
    float16   half precision, which only remarks come from; in PyTorch also bfloat16
    gradient  through the learner's graph (PyTorch)
    gradcheck that graph against finite differences
    alone     one row of the batch without the others
    other     slightly larger inputs: does the result of the plain call, which is held, stay what it was?
    repeat    a case again, after all others
    reseeded  a random case with another seed
    """

    case: int
    lane: str
    inputs: dict[str, Any] | None = None


@dataclass(frozen=True)
class Plan:
    """All calls of one grading, in the order in which they happen."""

    runs: list[Run]
    payload: dict[str, Any]

    def encoded(self, sources: list[str], device: str = "cpu") -> bytes:
        return wire.encode({"plan": self._encoded, "device": device, "sources": sources})

    @cached_property
    def _encoded(self) -> bytes:
        return wire.encode(self.payload)


def make(folder: Folder, framework: str, paper: Paper, rules: Rules, purpose: str = "submit") -> Plan:
    """Return the plan of a paper: of all cases to submit, of the samples to run, of the plain calls to try.

    It is made once, however many sources the paper serves.
    """
    asked = (purpose, framework, rules)
    plan: Plan | None = paper.plans.get(asked)
    if plan is None:
        plan = paper.plans[asked] = _make(folder, framework, paper, rules, purpose)
    return plan


def _make(folder: Folder, framework: str, paper: Paper, rules: Rules, purpose: str) -> Plan:
    chosen = [i for i, case in enumerate(paper.cases) if case.sample or purpose == "submit"]
    runs = [Run(i, "plain") for i in chosen] if purpose == "try" else _runs(paper, chosen)
    return of_runs(folder, framework, paper, rules, runs)


_FACTS = 8  # of each call


def without_calls(framework: str) -> Plan:
    """Return the plan of sources that are only loaded."""
    payload: dict[str, Any] = {key: [] for key in ("entry", "mutable", "exact", "inputs", "upstream")}
    payload |= {"functions": [], "lanes": [], "runs": np.zeros((0, _FACTS), np.int64)}
    payload |= {"framework": framework, "driver": None, "by_hand": False, "watched": False, "unreachable": ""}
    return Plan([], payload)


def of_runs(folder: Folder, framework: str, paper: Paper, rules: Rules, runs: list[Run]) -> Plan:
    """Return the plan of some calls."""
    inputs: list[dict[str, Any]] = [case.inputs for case in paper.cases]
    others = {run.case for run in runs if run.lane == "other"}
    functions = list(dict.fromkeys(case.call for case in paper.cases))
    watched = rules.names or rules.products or rules.by_hand
    recorded = _recorded(paper, runs) if watched and framework == "torch" else set()
    rows = []
    for number, run in enumerate(runs):
        case = paper.cases[run.case]
        lane = LANES.index(run.lane) if run.lane in LANES else 0
        facts = (case.random, run.lane == "plain" and run.case in others, run.lane == "other", number in recorded)
        given = run.case if run.inputs is None else len(inputs)
        inputs += [] if run.inputs is None else [run.inputs]
        rows.append((run.case, given, functions.index(case.call), lane, *facts))
    graphs = {run.case for run in runs if run.lane in ("gradient", "gradcheck")}
    driver = folder.driver(framework)
    called = [] if driver else [case.call for case in paper.cases]
    return Plan(
        runs=runs,
        payload={
            "framework": framework,
            "entry": list(dict.fromkeys([*folder.entry, *called])),
            "driver": driver,
            "by_hand": rules.by_hand,
            "watched": bool(watched),
            "unreachable": UNREACHABLE if watched else "",
            "mutable": paper.mutable,
            "exact": paper.exact,
            "inputs": inputs,
            "upstream": [case.upstream if i in graphs else None for i, case in enumerate(paper.cases)],
            "functions": functions,
            "lanes": list(LANES),
            "runs": np.array(rows, np.int64).reshape(len(rows), _FACTS),
        },
    )


def _recorded(paper: Paper, runs: list[Run]) -> set[int]:
    """Return the calls whose operations are recorded: a few that nobody can foresee, of each function at least one."""
    rng = np.random.default_rng([paper.seed, 3])
    plain = [int(i) for i in rng.permutation(len(runs)) if runs[i].lane == "plain"]
    firsts = {paper.cases[runs[i].case].call: i for i in reversed(plain)}
    return {*plain[:RECORDED], *firsts.values()}


def _runs(paper: Paper, chosen: list[int]) -> list[Run]:
    """Return all calls of some cases in a shuffled order, then those that come again."""
    rng = np.random.default_rng([paper.seed, 2])
    runs = [Run(i, lane) for i in chosen for lane in _lanes(paper.cases[i], paper.without)]
    runs += [Run(i, "alone", case.alone["inputs"]) for i in chosen if (case := paper.cases[i]).alone is not None]
    runs += _layouts(paper, chosen)
    runs = [runs[i] for i in rng.permutation(len(runs))]
    runs.sort(key=lambda run: not _tells(run, paper.cases[run.case]))  # what anything satisfies comes last
    random = [i for i in chosen if paper.cases[i].stochastic and paper.cases[i].random]
    if "repeat" not in paper.without and chosen:
        again = int(rng.choice(chosen))
        if not (paper.cases[again].raises or paper.cases[again].random):
            runs.append(Run(again, "other", _larger(paper.cases[again].inputs)))
        runs += [Run(i, "repeat") for i in dict.fromkeys([again, *random[:1]])]
    return runs + _reseeded(paper, random, rng)


def _tells(run: Run, case: Case) -> bool:
    """Tell whether a wrong answer to this call fails; an empty array is the same from everyone."""
    if run.lane in (*HALVES, "gradcheck"):
        return False
    return case.raises or any(np.size(leaf) for _, leaf in wire.leaves(case.expected))


def _lanes(case: Case, without: dict[str, str]) -> list[str]:
    lanes = ["plain"]
    if case.upstream is not None and "autograd" not in without:
        lanes.append("gradient")
    precise = case.raises or case.judge or case.strict or "float32" in without
    if case.has_floats and case.expected32 is not None and not precise:
        lanes.append("float32")
    return [*lanes, *case.halves, *(["gradcheck"] if case.gradcheck and "gradcheck" not in without else [])]


def _layouts(paper: Paper, chosen: list[int]) -> list[Run]:
    """Return a run with other memory layouts for each function and number of dimensions that occurs."""
    if "noncontiguous" in paper.without or "readonly" in paper.without:
        return []
    first: dict[Any, int] = {}
    for i in chosen:
        case = paper.cases[i]
        shapes = [(name, np.ndim(leaf)) for name, leaf in wire.leaves(case.inputs) if type(leaf) is np.ndarray]
        if any(ndim for _, ndim in shapes) and not (case.raises or case.judge):
            first.setdefault((case.call, tuple(shapes)), i)
    return [Run(i, "layout") for i in first.values()]


def _reseeded(paper: Paper, random: list[int], rng: np.random.Generator) -> list[Run]:
    """Return runs of each statistical case with one other seed, and of the smallest dropout case with several.

    The several show a fixed number of dropped units: their counts would all be equal.
    """
    runs = [Run(i, "reseeded", _with_other_seed(paper.cases[i], rng)) for i in random]
    dropping = [i for i in random if _is_dropping(paper.cases[i])]
    if dropping:
        smallest = min(dropping, key=lambda i: paper.cases[i].terms)
        judge = next(j for j in paper.cases[smallest].judge.values() if j["kind"] == "Dropped")
        likeliest = largest_probability(paper.cases[smallest].terms, judge["p"])
        several = min(12, int(np.ceil(np.log(ALPHA) / np.log(likeliest))) - 1) if likeliest < 1 else 0
        runs += [Run(smallest, "reseeded", _with_other_seed(paper.cases[smallest], rng)) for _ in range(several)]
    return runs


def _larger(inputs: dict[str, Any]) -> dict[str, Any]:
    """Return inputs with slightly larger floats: other values, and yet nothing that could surprise a function."""

    def change(leaf: Any) -> Any:
        return leaf * 1.001 if type(leaf) is np.ndarray and leaf.dtype == np.float64 else leaf

    return {name: mapped(value, change) for name, value in inputs.items()}


def _is_dropping(case: Case) -> bool:
    return any(judge["kind"] == "Dropped" and 0 < judge["p"] < 1 for judge in case.judge.values())


def _with_other_seed(case: Case, rng: np.random.Generator) -> dict[str, Any]:
    return {
        name: wire.Seed(int(rng.integers(2**62))) if type(value) is wire.Seed else value
        for name, value in case.inputs.items()
    }
