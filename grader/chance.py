"""Judging random outputs: exact tests of what is claimed about them, each at a false alarm rate of 1e-9."""

from __future__ import annotations

from typing import Any

import numpy as np

from grader import statistics, wording
from grader.compare import Comparison
from grader.outputs import case_output
from grader.paper import Case

Array = np.ndarray[Any, Any]
RELATIVE = 1e-12


def judge_output(comparison: Comparison, case: Case, judge: dict[str, Any], outputs: dict[str, Any], name: str) -> None:
    """Judge one random output of a case; `outputs` are all of its outputs by name."""
    value, expected = outputs[name], case_output(case, name, list(outputs))
    if not _is_like(comparison, expected, value, name):
        return
    outputs = {**outputs, name: np.asarray(value)}
    if judge["kind"] == "Dropped":
        _dropped(comparison, case, judge, outputs, name)
    elif judge["kind"] == "Distributed":
        _distributed(comparison, judge, np.asarray(value, np.float64), name)


def _is_like(comparison: Comparison, expected: Any, value: Any, name: str) -> bool:
    """Whether an output is a finite array of the reference's shape and kind."""
    before = len(comparison.findings)
    wanted = np.asarray(expected)
    if type(value) is not np.ndarray:
        comparison.result(expected, value, [name])
        return len(comparison.findings) == before and wanted.ndim == 0
    if value.shape != wanted.shape:
        comparison.found("shape", f"expected shape {wanted.shape}, got {value.shape}", name)
    elif value.dtype.kind != wanted.dtype.kind:
        comparison.found("dtype", f"expected {wanted.dtype.name}, got {value.dtype.name}", name, claim="dtype")
    elif value.dtype.kind == "f" and not np.isfinite(value).all():
        comparison.found("nonfinite", "the output holds nan or inf", name, claim="nonfinite")
    return len(comparison.findings) == before


def _claim(comparison: Comparison, name: str, claim: str, message: str) -> None:
    comparison.found("statistics", message, name, claim=claim)


def _dropped(comparison: Comparison, case: Case, judge: dict[str, Any], outputs: dict[str, Any], name: str) -> None:
    out, x, p = outputs[name], case.inputs[judge["x"]], float(judge["p"])
    kept = out != 0
    if judge.get("mask") is not None and not _mask_fits(comparison, outputs.get(judge["mask"]), kept, x, judge["mask"]):
        return
    _survivors(comparison, out, x, p, kept, name)
    along = tuple(axis % out.ndim for axis in judge.get("along") or ())
    if along:
        first = kept.any(axis=along, keepdims=True)
        if not (kept == first).all():
            _claim(
                comparison,
                name,
                "not_shared",
                f"the values along the axes {along} must be dropped together, and are not",
            )
            return
        kept = first.squeeze(along)
    _drop_rate(comparison, kept, p, name)


def _mask_fits(comparison: Comparison, mask: Any, kept: Array, x: Array, name: str) -> bool:
    if type(mask) is not np.ndarray or mask.shape != kept.shape:
        got = mask.shape if type(mask) is np.ndarray else type(mask).__name__
        comparison.found("shape", f"the mask must have shape {kept.shape}, got {got}", name, claim="mask_shape")
    elif mask.dtype != bool:
        comparison.found("dtype", f"the mask must be boolean, got {mask.dtype.name}", name, claim="mask_dtype")
    elif (mask != kept)[x != 0].any():
        inverted = bool((mask == ~kept)[x != 0].all())
        text = (
            "the mask marks what was dropped; it must mark what was kept"
            if inverted
            else "the mask is not that of the output"
        )
        _claim(comparison, name, "mask", text)
    else:
        return True
    return False


def _survivors(comparison: Comparison, out: Array, x: Array, p: float, kept: Array, name: str) -> None:
    if p >= 1 or not kept.any():
        return
    wanted = x[kept] / (1 - p)
    error = np.abs(out[kept] - wanted)
    if not (error <= RELATIVE * np.abs(wanted)).all():
        worst = int(np.argmax(error))
        index = tuple(int(i) for i in np.argwhere(kept)[worst])
        expected, got = wording.pair(wanted[worst], out[kept][worst])
        text = f"a value that is kept becomes x/(1-p): at {index} expected {expected}, got {got}"
        comparison.found(
            "values", text, name, claim=_scale(out[kept], x[kept]), index=list(index), max_abs_error=float(error[worst])
        )


def _scale(out: Array, x: Array) -> str:
    """Return a claim that tells one wrong scale from another."""
    return f"survivor_scale {float(np.median(out / np.where(x == 0, 1.0, x))):.5g}"


def gradient(case: Case, judge: dict[str, Any], output: Any) -> Array | None:
    """Return the gradient that a random output's own mask stands for, or None where the output is not one."""
    upstream = next(iter((case.upstream or {}).values()), None)
    out = output[0] if type(output) in (list, tuple) and output else output
    if upstream is None or type(out) is not np.ndarray or out.shape != upstream.shape:
        return None
    return np.where(out != 0, upstream / (1 - float(judge["p"])), 0.0)


def _drop_rate(comparison: Comparison, kept: Array, p: float, name: str) -> None:
    n, dropped = kept.size, int(kept.size - kept.sum())
    if not statistics.is_binomial(dropped, n, p):
        text = f"{dropped} of {n} values were dropped ({dropped / n:.1%}); with p = {p:g} about {p:.0%} should be"
        _claim(comparison, name, "drop_rate", text)
        return
    if not 0 < p < 1:
        return
    slices = []
    for axis in range(kept.ndim if kept.ndim > 1 else 0):
        counts = (~kept).sum(axis=tuple(other for other in range(kept.ndim) if other != axis))
        slices.append((axis, counts, n // len(counts)))
    for axis, counts, m in slices:
        if len(counts) > 1 and m > 1 and not statistics.counts_fit(counts, m, p):
            found = f"some have {counts.min()} of {m} values dropped, some {counts.max()}"
            text = f"whole slices of axis {axis} share one decision: {found}"
            _claim(comparison, name, f"shared_{axis}", text)
            return
    for axis, counts, m in slices:
        if m > 1 and not statistics.counts_vary(counts, m, p):
            found = f"every slice of axis {axis} has exactly {counts[0]} values dropped"
            text = f"{found}; each value must be dropped independently"
            _claim(comparison, name, f"fixed_count_{axis}", text)
            return


def _distributed(comparison: Comparison, judge: dict[str, Any], values: Array, name: str) -> None:
    mean, sd, bound = float(judge["mean"]), float(judge["sd"]), float(judge["bound"] or 0)
    if judge["family"] == "uniform":
        if not statistics.within_bounds(values, bound):
            largest = float(np.abs(values).max())
            text = f"expected values up to {bound:.4g} in size and close to it, the largest is {largest:.4g}"
            _claim(comparison, name, "bounds", text)
            return
        fits = statistics.distribution_fits(np.clip((values + bound) / (2 * bound), 0, 1))
    else:
        if not statistics.mean_fits(values, mean, sd):
            _claim(
                comparison,
                name,
                "mean",
                f"expected mean {mean:.4g}, got {float(values.mean()):.4g} over {values.size} values",
            )
            return
        if not statistics.variance_fits(values, mean, sd):
            found = float(np.sqrt(np.square(values - mean).mean()))
            _claim(
                comparison,
                name,
                "sd",
                f"expected standard deviation {sd:.4g}, got {found:.4g} over {values.size} values",
            )
            return
        fits = statistics.distribution_fits(statistics.normal_cdf((values - mean) / sd))
    if not fits:
        _claim(comparison, name, "distribution", f"the values are not {judge['family']} distributed")


def same_counts(kept: list[Array], p: float) -> bool:
    """Whether several calls dropped exactly the same number of values, where independent draws would not."""
    counts = np.array([int(mask.sum()) for mask in kept])
    return not statistics.counts_vary(counts, kept[0].size, p)
