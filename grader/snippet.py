"""A call as a few lines of Python that a learner can run below their own code."""

from __future__ import annotations

import re
from typing import Any

import numpy as np

from grader import wording
from grader.paper import Case
from grader.sandbox import wire

MAX_LINE = 400


def snippet(
    framework: str, case: Case, driver: str | None, right: Any, yours: Any, error: str | None, *, graph: bool
) -> str:
    """Return the lines that make a call and print what it gives, with the right result and the learner's as comments.

    With `graph`, the gradients through the learner's graph are printed.
    """
    lines = ["import torch" if framework == "torch" else "import numpy as np", ""]
    if driver is not None:
        lines = ["import types", *lines, driver.strip(), "", ""]
    lines += [f"{name} = {literal(value, framework)}" for name, value in case.inputs.items()]
    call = f"{case.call}({', '.join(case.inputs)})"
    if driver is not None:
        call = f"drive(types.SimpleNamespace(**globals()), {', '.join(f'{name}={name}' for name in case.inputs)})"
    lines += _through_graph(case, call) if graph else [f"print({call})"]
    lines.append(f"# right: {shown(right)}")
    lines.append(f"# yours: {error if error is not None else shown(yours)}")
    return "\n".join(lines) + "\n"


def _through_graph(case: Case, call: str) -> list[str]:
    upstream = case.upstream or {}
    lines = [f"{_access(path)}.requires_grad_()" for path in case.vjp]
    outputs = ", ".join(f"out{_access(path, root=False)}" for path in upstream)
    seeds = ", ".join(literal(np.round(seed, 6), "torch") for seed in upstream.values())
    lines += [f"out = {call}", f"torch.autograd.backward([{outputs}], [{seeds}])"]
    return [*lines, *(f"print({_access(path)}.grad)" for path in case.vjp)]


def _access(path: str, *, root: bool = True) -> str:
    """Return the expression that a path such as `params[0].w` stands for."""
    head, rest = re.match(r"([^.\[]*)(.*)", path, re.DOTALL).groups() if root else ("", path)  # type: ignore[union-attr]
    if not root and rest and not rest.startswith("["):
        rest = "." + rest
    return head + re.sub(r"\.([^.\[]+)", lambda match: f"[{match[1]!r}]", rest)


def literal(value: Any, framework: str) -> str:
    """Return a value as an expression."""
    if type(value) is np.ndarray:
        return _array(value, framework)
    if type(value) is list:
        return "[" + ", ".join(literal(item, framework) for item in value) + "]"
    if type(value) is tuple:
        return "(" + ", ".join(literal(item, framework) for item in value) + (",)" if len(value) == 1 else ")")
    if type(value) is dict:
        return "{" + ", ".join(f"{key!r}: {literal(item, framework)}" for key, item in value.items()) + "}"
    if type(value) is wire.Seed:
        seeded = "torch.Generator().manual_seed" if framework == "torch" else "np.random.default_rng"
        return f"{seeded}({value.seed})"
    return _number(value) if type(value) is float else repr(value)


def _array(value: np.ndarray[Any, Any], framework: str) -> str:
    torch, kind = framework == "torch", value.dtype.name
    if value.size == 0:
        return f"torch.zeros({value.shape}, dtype=torch.{kind})" if torch else f"np.zeros({value.shape}, {kind!r})"
    plain = kind in ("int64", "bool") or (kind == "float64" and not torch)
    dtype = "" if plain else f", dtype=torch.{kind}" if torch else f", dtype={kind!r}"
    return f"{'torch.tensor' if torch else 'np.array'}({_nested(value.tolist())}{dtype})"


def _nested(value: Any) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(_nested(item) for item in value) + "]"
    return _number(value) if isinstance(value, float) else repr(value)


def _number(value: float) -> str:
    return repr(value) if np.isfinite(value) else f'float("{value}")'


def shown(value: Any) -> str:
    """Return a result in one line, its numbers with few digits."""
    text = _short(value)
    return text if len(text) <= MAX_LINE else text[:MAX_LINE] + " ..."


def _short(value: Any) -> str:
    if type(value) is wire.Bfloat16:
        value = value.widened()
    if type(value) is np.ndarray:
        return _short(value.reshape(-1)[:MAX_LINE].tolist() if value.size > MAX_LINE else value.tolist())
    if type(value) in (list, tuple):
        return "[" + ", ".join(_short(item) for item in value) + "]"
    if type(value) is dict:
        return "{" + ", ".join(f"{wording.clean(key, 60)}: {_short(item)}" for key, item in value.items()) + "}"
    if type(value) is float:
        return f"{value:.6g}"
    return wording.clean(value.type if type(value) is wire.Opaque else repr(value), 80)
