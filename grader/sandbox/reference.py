"""What an exercise's reference says of one case: its result, how strongly that answers to noise, and its gradients."""

from __future__ import annotations

import functools
import types
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from grader import cases as vocabulary
from grader.sandbox import wire
from grader.sandbox.inputs import NOISE, fresh, is_float, is_noisy, narrowed, rounded, sendable, with_noise

try:
    import nnref.torch as twins
    from grader.sandbox import tensors
except ImportError:  # the profile without PyTorch
    twins = tensors = None  # type: ignore[assignment]

DRAWS = 8
ROUNDOFF = 2.0**-24
Array = np.ndarray[Any, Any]


class AuthorError(Exception):
    """Something in the exercise's folder is wrong."""


@dataclass
class Reference:
    """The functions that are right, in NumPy and in PyTorch, called as a learner's are.

    entry              the function that is called where a case names none
    functions          the references by the name of the learner's function
    own_twins          the PyTorch twins that the folder names itself; the others are those of `nnref.torch`
    drive, drive_twin  the folder's drivers
    marks              how each argument is treated
    outputs            the names of the outputs by function; `""` for all functions
    """

    entry: str
    functions: dict[str, Any]
    own_twins: Any
    drive: Any
    drive_twin: Any
    marks: dict[str, vocabulary.Mark]
    outputs: dict[str, list[str]]
    draws: int = DRAWS

    def marked(self, attribute: str) -> list[str]:
        return [name for name, mark in self.marks.items() if getattr(mark, attribute)]

    def exact(self) -> list[str]:
        return [name for name, mark in self.marks.items() if not mark.noisy]

    def case(
        self, case: vocabulary.Case, rng: np.random.Generator, *, gradients: bool, twin: bool = False
    ) -> dict[str, Any]:
        """Return a case with all that the grader must know of it."""
        call = case.call or self.entry
        inputs = {name: sendable(value) for name, value in case.inputs.items()}
        paper: dict[str, Any] = {
            "name": case.name,
            "call": call,
            "inputs": inputs,
            "judge": _judges(case.judge),
            **{key: bool(getattr(case, key)) for key in ("strict", "extreme", "kink", "raises", "optional")},
        }
        function = functools.partial(self.invoke, call)
        if case.raises:
            return paper | _refused(function, inputs)
        expected = function(inputs)
        paper["expected"] = expected
        if case.judge is None and not case.kink:
            paper["response"] = self.response(function, inputs, expected)
        narrow = {name: rounded(value) for name, value in inputs.items()}
        if case.judge is None and all(np.isfinite(leaf).all() for _, leaf in wire.leaves(narrow) if is_float(leaf)):
            paper["expected32"] = function(narrow)
            paper["rounding"] = self.rounding(function, inputs, paper["expected32"])
        wanted = not (case.kink or case.extreme or self.drive) if case.gradient is None else case.gradient
        if gradients and wanted:
            paper |= self.gradient(case, call, inputs, expected, rng)
        if twin and tensors is not None and not case.judge:
            paper["twin"] = self.twin(call, inputs)
        return paper

    def invoke(self, call: str, inputs: dict[str, Any]) -> Any:
        """Return what the reference (through the driver, where there is one) gives for fresh copies of the inputs."""
        given = {name: fresh(value) for name, value in inputs.items()}
        if self.drive is not None:
            return sendable(self.drive(types.SimpleNamespace(**self.functions), **given))
        return sendable(self.functions[call](*given.values()))

    def response(self, function: Callable[[Any], Any], inputs: dict[str, Any], expected: Any) -> dict[str, Array]:
        """Return by path the root mean square response of an output to relative input noise (the tolerance's A)."""
        rng = np.random.default_rng(0)
        wanted = {path: leaf for path, leaf in wire.leaves(expected) if is_float(leaf)}
        total = {path: np.zeros(np.shape(leaf)) for path, leaf in wanted.items()}
        leaves = [(name, leaf) for name, value in inputs.items() for _, leaf in wire.leaves(value)]
        if not self.draws or not any(is_noisy(leaf, self.marks.get(name)) for name, leaf in leaves):
            return {}
        with np.errstate(all="ignore"):
            for _ in range(self.draws):
                moved_inputs = {name: with_noise(value, self.marks.get(name), rng) for name, value in inputs.items()}
                moved = dict(wire.leaves(function(moved_inputs)))
                for path, leaf in wanted.items():
                    if path in moved and np.shape(moved[path]) == np.shape(leaf):
                        total[path] += np.square((moved[path] - leaf) / NOISE)
            responses = {path: np.sqrt(value / self.draws) for path, value in total.items()}
        return {path: np.where(np.isfinite(value), value, 0.0) for path, value in responses.items()}

    def rounding(self, function: Callable[[Any], Any], inputs: dict[str, Any], expected: Any) -> dict[str, float]:
        """Return by path how far single precision takes an output, in its unit roundoff: what cancels inside shows."""
        try:
            with np.errstate(all="ignore"):
                found = dict(wire.leaves(function({name: narrowed(value) for name, value in inputs.items()})))
        except Exception:  # the reference insists on double precision
            return {}
        wanted = [(path, leaf) for path, leaf in wire.leaves(expected) if is_float(leaf) and path in found]
        return {path: _farthest(found[path], leaf) / ROUNDOFF for path, leaf in wanted}

    def gradient(
        self, case: vocabulary.Case, call: str, inputs: dict[str, Any], expected: Any, rng: np.random.Generator
    ) -> dict[str, Any]:
        """Return a random upstream gradient, the twin's vector-Jacobian products, and their response to noise."""
        names = self.outputs.get(call) or self.outputs.get("") or []
        state = {f"[{i}]" for i, name in enumerate(names) if name in self.marked("mutable")}  # it carries no gradient
        judged = [(path, leaf) for path, leaf in wire.leaves(expected) if is_float(leaf) and path not in state]
        upstream = {path: rng.normal(size=np.shape(leaf)) for path, leaf in judged}
        if isinstance(case.judge, vocabulary.Dropped):  # the gradient follows from the learner's own mask
            return {"upstream": dict([next(iter(upstream.items()))])}
        if not upstream or case.judge is not None:
            return {}

        def products(given: dict[str, Any]) -> dict[str, Any]:
            built = {name: tensors.build(value, "plain", False) for name, value in given.items()}
            found = tensors.gradients(
                lambda: self.invoke_twin(call, built),
                built,
                upstream,
                [*self.exact(), *self.marked("mutable")],
            )
            return {path: _gradient(grad, dict(wire.leaves(given))[path]) for path, grad in found.items()}

        wanted = products(inputs)
        if not wanted:
            return {}
        result: dict[str, Any] = {"upstream": upstream, "vjp": wanted}
        if not case.kink:
            result["vjp_response"] = self.response(products, inputs, wanted)
        return result

    def twin(self, call: str, inputs: dict[str, Any]) -> Any:
        """Return what the PyTorch twin gives for the same inputs."""
        output = self.invoke_twin(call, {name: tensors.build(value, "plain", False) for name, value in inputs.items()})
        return sendable(output)

    def invoke_twin(self, call: str, built: dict[str, Any]) -> Any:
        references = self.twins()
        if self.drive_twin is not None:
            return self.drive_twin(types.SimpleNamespace(**references), **built)
        return references[call](*built.values())

    def twins(self) -> dict[str, Any]:
        if isinstance(self.own_twins, dict):
            return self.own_twins
        if self.own_twins is not None:
            return dict.fromkeys(self.functions, self.own_twins)
        found = {
            call: getattr(twins, getattr(function, "__name__", call), None) for call, function in self.functions.items()
        }
        missing = [call for call, function in found.items() if function is None]
        if missing:
            raise AuthorError(
                f"nnref.torch has no twin of {', '.join(missing)}: add it or name a torch_reference in cases.py"
            )
        return found


def _refused(function: Callable[[Any], Any], inputs: dict[str, Any]) -> dict[str, Any]:
    try:
        function(inputs)
    except Exception:
        return {}
    raise AuthorError("the case says raises=True, and the reference returns")


def _farthest(found: Any, wanted: Any) -> float:
    """Return the largest finite difference of two outputs of one shape."""
    if not is_float(found) or np.shape(found) != np.shape(wanted):
        return 0.0
    with np.errstate(all="ignore"):
        difference = np.abs(np.asarray(found, np.float64) - wanted)
    return float(np.max(difference, initial=0.0, where=np.isfinite(difference)))


def _judges(judge: Any) -> dict[str, Any]:
    """Return how outputs are judged, by output name; `""` for all of them."""
    if judge is None:
        return {}
    several = judge if isinstance(judge, dict) else {"": judge}
    return {
        name: {"kind": type(item).__name__, **{key: sendable(value) for key, value in vars(item).items()}}
        for name, item in several.items()
    }


def _gradient(grad: Any, source: Any) -> Array:
    return np.zeros(np.shape(source)) if grad is None else np.array(grad.detach().numpy())
