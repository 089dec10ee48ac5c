"""Properties that every right result has: they explain a wrong one, and are a second opinion on the reference."""

from __future__ import annotations

from typing import Any

import numpy as np

from grader.outputs import by_name
from grader.paper import Case, Paper

Array = np.ndarray[Any, Any]
CLOSE = 1e-6


def failed(paper: Paper, case: Case, output: Any) -> str | None:
    """Return what an output lacks that every right one has, or None."""
    outputs = by_name(output, paper.names(case.call))
    for item in paper.properties:
        value = outputs.get(item["output"])
        if type(value) is not np.ndarray or value.dtype.kind != "f" or not np.isfinite(value).all():
            continue
        check = _CHECKS.get(item["kind"])
        sentence = check(item["output"], value, case, item["parameters"]) if check is not None else None
        if sentence is not None:
            return sentence
    return None


def _sums_to(name: str, value: Array, case: Case, parameters: dict[str, Any]) -> str | None:
    axes = _axes(parameters["over"], value.ndim, case)
    if axes is None:
        return None
    total = float(parameters["total"])
    wrong = _first_wrong(value.sum(axis=axes), np.asarray(total))
    if wrong is None:
        return None
    return f"`{name}` must sum to {total:g} over {_words(axes)}; here a sum is {wrong:.6g}."


def _moments(name: str, value: Array, case: Case, parameters: dict[str, Any]) -> str | None:
    axes = _axes(parameters["over"], value.ndim, case)
    if axes is None:
        return None
    for what, found in (("mean", value.mean(axis=axes)), ("var", value.var(axis=axes))):
        wanted = parameters.get(what)
        wanted = case.inputs.get(wanted) if isinstance(wanted, str) else wanted
        if wanted is None or np.shape(wanted) not in ((), found.shape):
            continue
        wrong = _first_wrong(found, np.asarray(wanted, np.float64), spread=float(np.abs(value).max(initial=0.0)))
        if wrong is not None:
            word = "mean" if what == "mean" else "variance"
            return f"The {word} of `{name}` over {_words(axes)} is not what it must be; here one is {wrong:.6g}."
    return None


_CHECKS = {"sums_to": _sums_to, "moments": _moments}


def _axes(over: Any, ndim: int, case: Case) -> tuple[int, ...] | None:
    """Return the axes that a property is about: those named, or the one that the case's `axis` argument names."""
    axes = over if isinstance(over, (tuple, list)) else (case.inputs.get("axis", over),)
    if not all(isinstance(axis, int) and -ndim <= axis < ndim for axis in axes):
        return None
    return tuple(sorted({axis % ndim for axis in axes}))


def _first_wrong(found: Array, wanted: Array, spread: float = 1.0) -> float | None:
    wrong = np.abs(found - wanted) > CLOSE * (np.abs(wanted) + spread)
    return float(found[wrong].flat[0]) if wrong.any() else None


def _words(axes: tuple[int, ...]) -> str:
    return f"axis {axes[0]}" if len(axes) == 1 else f"the axes {axes}"
