"""The parts of a result, each judged alone: `dW1` right, `db1` off by a factor; and the first step that went wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import numpy as np

from grader import verdict, wording
from grader.compare import Comparison
from grader.examine import Examined
from grader.finding import HUGE
from grader.job import CaseReport
from grader.numbers import numbers
from grader.outputs import by_name
from grader.paper import Case, Paper
from grader.relation import relation

MAX_PARTS = 40
Part = dict[str, Any]


def are_several(paper: Paper, found: Examined) -> bool:
    """Tell whether a result has more than one part; what there is to say of a single one, the case says."""
    if found.output is ...:
        return False
    outputs = list(_outputs(found.case.expected, found.output, paper.names(found.case.call)))
    return len(outputs) + len(found.case.vjp if found.gradients is not None else ()) > 1


def table(paper: Paper, framework: str, found: Examined) -> list[Part]:
    """Return the parts of a failing case: each output, and each gradient through the learner's graph."""
    case = found.case
    if case.judge or case.raises or found.output is ... or found.error is not None:
        return []
    names = paper.names(case.call)
    parts = [_part(case, framework, *output) for output in _outputs(case.expected, found.output, names)]
    if found.gradients is not None:
        parts += [_gradient(case, framework, path, found.gradients.get(path)) for path in case.vjp]
    return parts[:MAX_PARTS]


def _outputs(expected: Any, actual: Any, names: list[str]) -> Iterator[tuple[str, str, Any, Any]]:
    """Yield path, label, right value and found value (`...` where there is none) of everything in a result."""
    several = type(expected) in (list, tuple) and len(names) == len(expected) > 1
    if several:
        theirs = by_name(actual, names)
        for i, (name, value) in enumerate(zip(names, expected, strict=True)):
            yield from _leaves(f"[{i}]", name, value, theirs.get(name, ...))
    elif type(expected) is dict:
        for key, value in expected.items():
            yield from _leaves(key, key, value, actual.get(key, ...) if type(actual) is dict else ...)
    else:
        single = type(expected) not in (list, tuple) and type(actual) is tuple and actual
        yield from _leaves("", names[0], expected, actual[0] if single else actual)


def _leaves(path: str, label: str, expected: Any, actual: Any) -> Iterator[tuple[str, str, Any, Any]]:
    if type(expected) in (list, tuple):
        theirs = actual if type(actual) in (list, tuple) and len(actual) == len(expected) else [...] * len(expected)
        for i, (value, got) in enumerate(zip(expected, theirs, strict=True)):
            yield from _leaves(f"{path}[{i}]", f"{label}[{i}]", value, got)
    elif type(expected) is dict:
        for key, value in expected.items():
            got = actual.get(key, ...) if type(actual) is dict else ...
            yield from _leaves(f"{path}.{key}" if path else key, f"{label}.{key}", value, got)
    else:
        yield path, label, expected, actual


def _part(case: Case, framework: str, path: str, label: str, expected: Any, actual: Any) -> Part:
    response = case.response.get(path, 0.0)
    return _judged(case, framework, label, expected, actual, response)


def _gradient(case: Case, framework: str, path: str, claimed: Any) -> Part:
    label = f"gradient of {path}"
    if claimed is None and np.any(case.vjp[path]):
        return _row(label, "missing", case.vjp[path], says="no gradient arrives: the graph is cut")
    got = np.zeros_like(case.vjp[path]) if claimed is None else claimed
    return _judged(case, framework, label, case.vjp[path], got, case.vjp_response.get(path, 0.0))


def _judged(case: Case, framework: str, label: str, expected: Any, actual: Any, response: Any) -> Part:
    if actual is ...:
        return _row(label, "missing", expected, says="missing")
    dtype = "float64" if case.has_floats else None
    comparison = Comparison(framework, "plain", {"": response}, case.terms, dtype, lenient=not case.strict)
    comparison.result(expected, actual, [label])
    if not comparison.findings:
        return _row(label, "right", expected, says="right, to about 7 digits" if comparison.imprecise else "right")
    first = min(comparison.findings, key=lambda finding: finding.rank)
    return _row(
        label,
        "wrong",
        expected,
        says=_says(case, expected, actual) or first.message,
        max_abs_error=first.max_abs_error,
        times_tolerance=first.times_tolerance,
    )


def _says(case: Case, expected: Any, actual: Any) -> str | None:
    wanted, got = numbers(expected), numbers(actual)
    if wanted is None or got is None or not wanted.size:
        return None
    if wanted.shape == got.shape and not np.isfinite(got).all() and np.isfinite(wanted).all():
        index = tuple(int(i) for i in np.argwhere(~np.isfinite(got))[0])
        return f"{wording.number(got[index])} at {index}"
    known = relation(wanted, got, case.inputs)
    return known.short if known is not None else None


def _row(
    label: str,
    word: str,
    expected: Any,
    *,
    says: str,
    max_abs_error: float | None = None,
    times_tolerance: float | None = None,
) -> Part:
    return {
        "name": wording.clean(label, 60),
        "verdict": word,
        "shape": list(np.shape(expected)) if type(expected) in (np.ndarray, int, float, bool) else None,
        "max_abs_error": None if max_abs_error is None else min(max_abs_error, HUGE),
        "times_tolerance": times_tolerance,
        "says": wording.clean(says, 300),
    }


def first_wrong(entry: tuple[str, ...], examined: list[Examined], cases: list[CaseReport]) -> Part | None:
    """Return the first step that went wrong: of several functions the first, then of a result's parts."""
    failed = [found for found in examined if found.findings]
    calls = [call for call in entry if any(found.case.call == call for found in examined)]
    wrong = [call for call in calls if any(found.case.call == call for found in failed)]
    if len(calls) > 1 and wrong:
        found = next(found for found in failed if found.case.call == wrong[0])
        return {"step": wrong[0], "says": f"{found.case.name}: {verdict.case_message(found)}"}
    for case in cases:
        rows = sorted(case.parts, key=lambda row: _depth(row["name"]))
        if len(rows) > 1 and {row["verdict"] for row in rows} != {"right"}:
            first = next(row for row in rows if row["verdict"] != "right")
            return {"step": first["name"], "says": first["says"]}
    return None


def _depth(name: str) -> int:
    """Return where a part comes in the order of computing: gradients of the last layer come first."""
    layer = re.search(r"(\d+)", name)
    if layer is None or not re.match(r"(d[a-zA-Z]|grad)", name):
        return 0
    return -int(layer[1])
