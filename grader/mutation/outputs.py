"""Mutants of what a reference returns, the same everywhere: scaled, moved, transposed, rounded, in another order."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.mutation.gather import Reference
from grader.mutation.mutants import Mutant

REMARKED = ("times 1.000001", "plus a millionth", "through float32")  # they may pass with a remark: reduced precision
EVERY = "every output"
CHANGES = {
    "zeros": "np.zeros_like(v)",
    "negated": "-v",
    "doubled": "v * 2",
    "times its length": "v * len(v) if v.ndim else v",
    "times 1.000001": "v * (1 + 1e-6) if floating else v",
    "plus a millionth": "v + 1e-6 * (1 + np.abs(v).max(initial=0)) if floating else v + 1",
    "through float32": "v.astype(np.float32).astype(v.dtype) if floating else v",
    "rounded to 4 decimals": "np.round(v, 4) if floating else v",
    "its first value everywhere": "np.full_like(v, v.flat[0]) if v.size else v",
    "its last row zero": "np.concatenate([v[:-1], 0 * v[-1:]]) if v.ndim else v",
    "rows in reverse order": "v[::-1] if v.ndim else v",
    "transposed": "v.T",
    "with one more axis": "v[None]",
}

_WRAPPER = """
import numpy as np

def _mutated(value):
    if isinstance(value, dict):
        return {{key: _mutated(item) for key, item in value.items()}}
    if isinstance(value, (list, tuple)):
        return type(value)(_mutated(item) for item in value)
    if not isinstance(value, (np.ndarray, np.number, int, float)) or isinstance(value, bool):
        return value
    v = np.asarray(value)
    if v.dtype == bool:
        return value
    floating = v.dtype.kind == "f"
    new = {change}
    if isinstance(value, np.ndarray) or new.ndim:
        return new
    return new[()] if isinstance(value, np.generic) else new.item()

def _wrapped(function):
    def wrapper(*arguments, **keywords):
        return _chosen(function(*arguments, **keywords))
    return wrapper

def _chosen(value):
    {chosen}

{function} = _wrapped({function})
"""
_ONE = "return tuple(_mutated(item) if i == {index} else item for i, item in enumerate(value))"
_ALL = "return _mutated(value)"
_NONE = "return None"
_SWAPPED = "return (*value[1:], value[0])"


def output_mutants(reference: Reference, outputs: dict[str, list[str]]) -> Iterator[Mutant]:
    """Yield mutants of each function's results; `outputs` names the results of those that are called directly."""
    text = reference.text()
    classes = {node.name for node in reference.statements if isinstance(node, ast.ClassDef)}
    for asked, function in reference.functions.items():
        if function in classes:
            continue
        names = outputs.get(asked, [])
        for label, chosen in _choices(names):
            for what, change in CHANGES.items():
                yield _mutant(text, asked, f"{label} {what}", change, chosen)
        yield _mutant(text, asked, "nothing", "v", _NONE)
        if len(names) > 1:
            yield _mutant(text, asked, "results in another order", "v", _SWAPPED)


def _choices(names: list[str]) -> list[tuple[str, str]]:
    """Return what is changed, in words and in code: each of several results by itself, or all there is."""
    if len(names) < 2:
        return [(names[0] if names else EVERY, _ALL)]
    return [(name, _ONE.format(index=index)) for index, name in enumerate(names)]


def _mutant(text: str, function: str, what: str, change: str, chosen: str) -> Mutant:
    wrapper = _WRAPPER.format(change=change, chosen=chosen, function=function)
    return Mutant(f"{function} returns {what}", "", text + wrapper)
