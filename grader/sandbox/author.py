"""What runs in the author's jail: an exercise's `cases.py`, its reference and its driver give a paper.

A paper is one draw of all cases: inputs, what the reference returns for them, and how strongly that answers to noise in
the inputs (the condition estimate that tolerances are made of).
"""

from __future__ import annotations

import dataclasses
import functools
import sys
import types
from collections.abc import Callable
from typing import Any

import numpy as np

from grader import cases as vocabulary
from grader.sandbox import wire
from grader.sandbox.inputs import NOISE, fresh, is_float, is_noisy, rounded, sendable, with_noise

try:
    import nnref.torch as twins
    from grader.sandbox import tensors
except ImportError:  # the profile without PyTorch
    twins = tensors = None  # type: ignore[assignment]

CASES = "cases.py"
DRAWS = 8
Array = np.ndarray[Any, Any]
Send = Callable[[bytes], None]


class AuthorError(Exception):
    """Something in the exercise's folder is wrong."""


def run(payload: bytes, send: Send) -> None:
    """Answer one request, frame by frame: a paper for each seed, or the sentences of `verify` for some outputs."""
    request = wire.decode(payload)
    try:
        exercise = _Exercise(request["files"], request["framework"], request["entry"])
        if request["kind"] == "papers":
            for seed in request["seeds"]:
                send(wire.frame(exercise.paper(seed, gradients=request["gradients"], twin=request["twin"])))
        else:
            send(wire.frame({"sentences": exercise.verify(request["seed"], request["outputs"])}))
    except Exception as error:
        send(wire.frame({"error": _where(error)}))
    send(wire.END)


def warm() -> None:
    """Make a small paper, so that children find all of it loaded."""
    cases = """
from grader.cases import Case
from nnref.numpy import softmax as reference

def cases(rng):
    yield Case("warm", x=rng.normal(size=(2, 3)))
"""
    framework = "numpy" if tensors is None else "torch"
    request = {
        "kind": "papers",
        "files": {CASES: cases},
        "framework": framework,
        "entry": ["softmax"],
        "seeds": [1],
        "gradients": framework == "torch",
        "twin": False,
    }
    run(wire.encode(request), lambda _: None)


class _Exercise:
    """The folder's code, loaded."""

    def __init__(self, files: dict[str, str], framework: str, entry: list[str]) -> None:
        self.cases = _load(files, CASES)
        self.framework, self.entry = framework, entry
        self.references: dict[str, Any] = _references(self.cases, entry)
        driver = "driver_torch.py" if framework == "torch" and "driver_torch.py" in files else "driver.py"
        self.drive: Any = _load(files, "driver.py").drive if "driver.py" in files else None
        self.drive_torch: Any = _load(files, driver).drive if driver in files else None
        self.marks: dict[str, vocabulary.Mark] = getattr(self.cases, "arguments", {})

    def names(self, attribute: str) -> list[str]:
        return [name for name, mark in self.marks.items() if getattr(mark, attribute)]

    def exact(self) -> list[str]:
        return [name for name, mark in self.marks.items() if not mark.noisy]

    def draw(self, seed: int) -> list[vocabulary.Case]:
        drawn = list(self.cases.cases(np.random.default_rng(seed)))
        if not drawn or not all(isinstance(case, vocabulary.Case) for case in drawn):
            raise AuthorError("cases(rng) yields no Case")
        return [case for case in drawn if case.only in (None, self.framework)]

    def paper(self, seed: int, *, gradients: bool, twin: bool) -> dict[str, Any]:
        drawn = self.draw(seed)
        rng = np.random.default_rng([seed, 1])
        sampled = any(case.sample for case in drawn)
        papers = []
        for number, case in enumerate(drawn):
            try:
                papers.append(self.case(case, rng, gradients, twin))
            except Exception as error:
                raise AuthorError(f'case "{case.name}": {_where(error)}') from error
            papers[-1]["sample"] = case.sample if sampled else number < 2
        return {
            "seed": seed,
            "exact": self.exact(),
            "mutable": self.names("mutable"),
            "outputs": self.outputs(),
            "properties": [dataclasses.asdict(item) for item in getattr(self.cases, "properties", [])],
            "without": dict(getattr(self.cases, "without", {})),
            "cases": papers,
        }

    def outputs(self) -> dict[str, list[str]]:
        named = getattr(self.cases, "outputs", ("out",))
        if isinstance(named, dict):
            return {call: [names] if isinstance(names, str) else list(names) for call, names in named.items()}
        return {"": [named] if isinstance(named, str) else list(named)}

    def case(self, case: vocabulary.Case, rng: np.random.Generator, gradients: bool, twin: bool) -> dict[str, Any]:
        call = case.call or self.entry[0]
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
            return paper | self._refused(function, inputs)
        expected = function(inputs)
        paper["expected"] = expected
        if case.judge is None and not case.kink:
            paper["response"] = self.response(function, inputs, expected)
        narrow = {name: rounded(value) for name, value in inputs.items()}
        if case.judge is None and all(np.isfinite(leaf).all() for _, leaf in wire.leaves(narrow) if is_float(leaf)):
            paper["expected32"] = function(narrow)
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
            return sendable(self.drive(types.SimpleNamespace(**self.references), **given))
        return sendable(self.references[call](*given.values()))

    def _refused(self, function: Callable[[Any], Any], inputs: dict[str, Any]) -> dict[str, Any]:
        try:
            function(inputs)
        except Exception:
            return {}
        raise AuthorError("the case says raises=True, and the reference returns")

    def response(self, function: Callable[[Any], Any], inputs: dict[str, Any], expected: Any) -> dict[str, Array]:
        """Return by path the root mean square response of an output to relative input noise (the tolerance's A)."""
        rng = np.random.default_rng(0)
        wanted = {path: leaf for path, leaf in wire.leaves(expected) if is_float(leaf)}
        total = {path: np.zeros(np.shape(leaf)) for path, leaf in wanted.items()}
        leaves = [(name, leaf) for name, value in inputs.items() for _, leaf in wire.leaves(value)]
        if not any(is_noisy(leaf, self.marks.get(name)) for name, leaf in leaves):
            return {}
        with np.errstate(all="ignore"):
            for _ in range(DRAWS):
                moved_inputs = {name: with_noise(value, self.marks.get(name), rng) for name, value in inputs.items()}
                moved = dict(wire.leaves(function(moved_inputs)))
                for path, leaf in wanted.items():
                    if path in moved and np.shape(moved[path]) == np.shape(leaf):
                        total[path] += np.square((moved[path] - leaf) / NOISE)
            responses = {path: np.sqrt(value / DRAWS) for path, value in total.items()}
        return {path: np.where(np.isfinite(value), value, 0.0) for path, value in responses.items()}

    def gradient(
        self, case: vocabulary.Case, call: str, inputs: dict[str, Any], expected: Any, rng: np.random.Generator
    ) -> dict[str, Any]:
        """Return a random upstream gradient, the twin's vector-Jacobian products, and their response to noise."""
        names = self.outputs().get(call) or self.outputs().get("") or []
        state = {f"[{i}]" for i, name in enumerate(names) if name in self.names("mutable")}  # it carries no gradient
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
                {"upstream": upstream},
                [*self.exact(), *self.names("mutable")],
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
        if self.drive_torch is not None:
            return self.drive_torch(types.SimpleNamespace(**references), **built)
        return references[call](*built.values())

    def twins(self) -> dict[str, Any]:
        own = getattr(self.cases, "torch_references", None) or getattr(self.cases, "torch_reference", None)
        if isinstance(own, dict):
            return own
        if own is not None:
            return dict.fromkeys(self.references, own)
        found = {
            call: getattr(twins, getattr(function, "__name__", call), None)
            for call, function in self.references.items()
        }
        missing = [call for call, function in found.items() if function is None]
        if missing:
            raise AuthorError(
                f"nnref.torch has no twin of {', '.join(missing)}: add it or name a torch_reference in {CASES}"
            )
        return found

    def verify(self, seed: int, outputs: dict[str, Any]) -> dict[str, str | None]:
        drawn = self.draw(seed)
        found: dict[str, str | None] = {}
        for number, output in outputs.items():
            case = drawn[int(number)]
            inputs = {name: fresh(sendable(value)) for name, value in case.inputs.items()}
            sentence = self.cases.verify(case, inputs, fresh(output))
            found[number] = None if sentence is None else str(sentence)
        return found


def _load(files: dict[str, str], name: str) -> types.ModuleType:
    module = types.ModuleType(name.removesuffix(".py"))
    sys.modules[module.__name__] = module
    exec(compile(files[name], name, "exec", dont_inherit=True), module.__dict__)
    return module


def _references(module: types.ModuleType, entry: list[str]) -> dict[str, Any]:
    several = getattr(module, "references", None)
    if several is not None:
        return dict(several)
    single = getattr(module, "reference", None)
    if single is None:
        raise AuthorError(f"{CASES} names no reference")
    return {entry[0]: single}


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


def _where(error: BaseException) -> str:
    """Return an error as a sentence that names the line of the folder's own file."""
    place, trace = "", error.__traceback__
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if name in (CASES, "driver.py", "driver_torch.py"):
            place = f"{name} line {trace.tb_lineno}: "
        trace = trace.tb_next
    if isinstance(error, AuthorError):
        return f"{place}{error}"
    return f"{place}{type(error).__name__}: {error}"[:2000]
