"""What one small case is asked besides: half precision, one row alone, and whether its graph can be checked."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import numpy as np

from grader.sandbox import wire
from grader.sandbox.inputs import is_float, narrowed, rounded
from grader.sandbox.reference import Reference

try:
    from grader.sandbox import tensors
except ImportError:  # the profile without PyTorch
    tensors = None  # type: ignore[assignment]

Case = dict[str, Any]
TRIES = 3  # cases that may turn out not to be suitable
LARGEST, SMALLEST = 64.0, 2.0**-8  # values that half precision is at ease with
HALF_CLOSE = 0.02
SAME = 1e-9


def add(reference: Reference, cases: list[Case], *, framework: str, without: dict[str, str], gradients: bool) -> None:
    """Add to one small case of each function `halves`, `alone` and `gradcheck`, where they make sense."""
    asked: dict[str, Callable[[Reference, Case], Any]] = {}
    if not without.keys() & {"float32", "half"}:
        names = ("float16", "bfloat16") if framework == "torch" else ("float16",)
        asked["halves"] = functools.partial(_halves, names=names)
    if "batch" not in without:
        asked["alone"] = _alone
    if gradients and tensors is not None and "autograd" not in without:
        asked["gradcheck"] = _checked
    for call in {case["call"] for case in cases}:
        plain = sorted((case for case in cases if case["call"] == call and _is_plain(case)), key=_size)
        for name, ask in asked.items():
            _first(reference, plain[:TRIES], name, ask)


def _first(reference: Reference, cases: list[Case], name: str, ask: Callable[[Reference, Case], Any]) -> None:
    for case in cases:
        try:
            with np.errstate(all="ignore"):
                found = ask(reference, case)
        except Exception:  # the case cannot be asked this, which is no fault
            continue
        if found:
            case[name] = found
            return


def _is_plain(case: Case) -> bool:
    odd = any(case[key] for key in ("strict", "extreme", "kink", "raises", "optional")) or case["judge"]
    leaves = [leaf for _, leaf in wire.leaves(case["inputs"])]
    return not odd and any(_is_array(leaf) for leaf in leaves) and not any(type(leaf) is wire.Seed for leaf in leaves)


def _is_array(leaf: Any) -> bool:
    return type(leaf) is np.ndarray and leaf.dtype == np.float64 and leaf.size > 0


def _size(case: Case) -> int:
    return sum(np.size(leaf) for _, leaf in wire.leaves(case["inputs"]))


def _halves(reference: Reference, case: Case, names: tuple[str, ...]) -> dict[str, Any]:
    """Return the right result for inputs rounded to half precision, where the reference copes with that itself."""
    sizes = np.concatenate([np.abs(leaf).reshape(-1) for _, leaf in wire.leaves(case["inputs"]) if _is_array(leaf)])
    if sizes.max() > LARGEST or sizes[sizes > 0].min(initial=LARGEST) < SMALLEST:
        return {}
    found = {
        name: reference.invoke(case["call"], {key: rounded(value, name) for key, value in case["inputs"].items()})
        for name in names
    }
    narrow = reference.invoke(case["call"], {key: narrowed(value, "float16") for key, value in case["inputs"].items()})
    return found if _agree(found["float16"], narrow, HALF_CLOSE) else {}


def _agree(one: Any, other: Any, close: float) -> bool:
    """Whether two results have the same form, are finite, and are close relative to their largest value."""
    ours, theirs = wire.leaves(one), wire.leaves(other)
    if [path for path, _ in ours] != [path for path, _ in theirs]:
        return False
    return all(_near(a, b, close) for (_, a), (_, b) in zip(ours, theirs, strict=True))


def _near(one: Any, other: Any, close: float) -> bool:
    if not (is_float(one) and is_float(other)):
        return type(one) is type(other) and bool(np.all(one == other))
    a, b = np.asarray(one, np.float64), np.asarray(other, np.float64)
    return a.shape == b.shape and bool((np.abs(a - b) <= close * np.abs(a).max(initial=0.0)).all())


def _alone(reference: Reference, case: Case) -> dict[str, Any] | None:
    """Return the last row of a batch as a case of its own, where the reference treats rows independently."""
    if reference.drive is not None:
        return None
    inputs = case["inputs"]
    size = next(value.shape[0] for value in inputs.values() if _is_array(value) and value.ndim > 1)
    if size < 2:
        return None
    row = {name: _last(value) if _is_batch(value, size) else value for name, value in inputs.items()}
    expected = case["expected"]
    if not all(_is_batch(leaf, size) for _, leaf in wire.leaves(expected)):
        return None
    alone = reference.invoke(case["call"], row)
    return {"inputs": row, "expected": alone} if _agree(alone, _last(expected), SAME) else None


def _is_batch(value: Any, size: int) -> bool:
    return type(value) is np.ndarray and value.ndim > 0 and value.shape[0] == size


def _last(value: Any) -> Any:
    if type(value) in (list, tuple):
        return type(value)(_last(item) for item in value)
    if type(value) is dict:
        return {key: _last(item) for key, item in value.items()}
    return np.ascontiguousarray(value[-1:])


def _checked(reference: Reference, case: Case) -> bool:
    """Whether PyTorch's own check of a graph passes for the twin."""
    if not case.get("vjp"):
        return False
    built = {name: tensors.build(value, "plain", False) for name, value in case["inputs"].items()}
    exact = [*reference.exact(), *reference.marked("mutable")]
    tensors.gradcheck(lambda given: reference.invoke_twin(case["call"], given), built, case["upstream"], exact)
    return True
