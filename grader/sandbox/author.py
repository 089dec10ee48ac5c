"""What runs in the author's jail: an exercise's `cases.py`, its reference and its driver give a paper.

A paper is one draw of all cases: inputs, what the reference returns for them, and how strongly that answers to noise in
the inputs (the condition estimate that tolerances are made of).
"""

from __future__ import annotations

import dataclasses
import sys
import time
import types
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import numpy as np

from grader import cases as vocabulary
from grader.sandbox import extras, wire
from grader.sandbox.inputs import fresh, sendable
from grader.sandbox.reference import AuthorError, Reference

try:
    from grader.sandbox import tensors
except ImportError:  # the profile without PyTorch
    tensors = None  # type: ignore[assignment]

CASES = "cases.py"
Send = Callable[[bytes], None]


def run(payload: bytes, send: Send) -> None:
    """Answer one request, frame by frame: a paper for each seed, a case for each input, or sentences of `verify`."""
    request = wire.decode(payload)
    try:
        exercise = Exercise(request["files"], request["framework"], request["entry"])
        for answer in _ANSWERS[request["kind"]](exercise, request):
            send(wire.frame(answer))
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


class Exercise:
    """The folder's code, loaded."""

    def __init__(self, files: dict[str, str], framework: str, entry: list[str]) -> None:
        self.cases = _load(files, CASES)
        self.framework = framework
        driver = "driver_torch.py" if framework == "torch" and "driver_torch.py" in files else "driver.py"
        self.reference = Reference(
            entry=entry[0],
            functions=_references(self.cases, entry),
            own_twins=getattr(self.cases, "torch_references", None) or getattr(self.cases, "torch_reference", None),
            drive=_driver(files, "driver.py"),
            drive_twin=_driver(files, driver),
            marks=getattr(self.cases, "arguments", {}),
            outputs=_outputs(getattr(self.cases, "outputs", ("out",))),
        )

    def draw(self, seed: int) -> list[vocabulary.Case]:
        drawn = list(self.cases.cases(np.random.default_rng(seed)))
        if not drawn or not all(isinstance(case, vocabulary.Case) for case in drawn):
            raise AuthorError("cases(rng) yields no Case")
        return [case for case in drawn if case.only in (None, self.framework)]

    def papers(self, request: dict[str, Any]) -> Iterator[dict[str, Any]]:
        for seed in request["seeds"]:
            yield self.paper(seed, gradients=request["gradients"], twin=request["twin"])

    def paper(self, seed: int, *, gradients: bool, twin: bool) -> dict[str, Any]:
        drawn = self.draw(seed)
        rng = np.random.default_rng([seed, 1])
        sampled = any(case.sample for case in drawn)
        papers = []
        for number, case in enumerate(drawn):
            try:
                papers.append(self.reference.case(case, rng, gradients=gradients, twin=twin))
            except Exception as error:
                raise AuthorError(f'case "{case.name}": {_where(error)}') from error
            papers[-1]["sample"] = case.sample if sampled else number < 2
        without = dict(getattr(self.cases, "without", {}))
        extras.add(self.reference, papers, framework=self.framework, without=without, gradients=gradients)
        return {
            "seed": seed,
            "exact": self.reference.exact(),
            "mutable": self.reference.marked("mutable"),
            "outputs": self.reference.outputs,
            "properties": [dataclasses.asdict(item) for item in getattr(self.cases, "properties", [])],
            "without": without,
            "cases": papers,
        }

    def answers(self, request: dict[str, Any]) -> Iterator[dict[str, Any]]:
        """Yield what the reference gives for each of some inputs, as long as the time lasts; or why it refuses."""
        self.reference.draws = request["draws"]
        end = time.monotonic() + request["seconds"]
        for number, inputs in enumerate(request["inputs"]):
            if number and time.monotonic() > end:
                return
            rng = np.random.default_rng([0, number])
            try:
                case = vocabulary.Case("", **request["case"], **inputs)
                with np.errstate(all="ignore"):
                    yield self.reference.case(case, rng, gradients=request["gradients"])
            except Exception as error:
                yield {"refused": f"{type(error).__name__}: {error}"[:500]}

    def verify(self, request: dict[str, Any]) -> Iterator[dict[str, Any]]:
        drawn = self.draw(request["seed"])
        found: dict[str, str | None] = {}
        for number, output in request["outputs"].items():
            case = drawn[int(number)]
            inputs = {name: fresh(sendable(value)) for name, value in case.inputs.items()}
            sentence = self.cases.verify(case, inputs, fresh(output))
            found[number] = None if sentence is None else str(sentence)
        yield {"sentences": found}


_ANSWERS = {"papers": Exercise.papers, "answers": Exercise.answers, "verify": Exercise.verify}


def _driver(files: dict[str, str], name: str) -> Callable[..., Any] | None:
    """Return the `drive` of a folder's file, which is loaded when it is first called: it may need PyTorch."""
    if name not in files:
        return None
    loaded = cache(lambda: _load(files, name).drive)
    return lambda *args, **kwargs: loaded()(*args, **kwargs)


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


def _outputs(named: Any) -> dict[str, list[str]]:
    if isinstance(named, dict):
        return {call: [names] if isinstance(names, str) else list(names) for call, names in named.items()}
    return {"": [named] if isinstance(named, str) else list(named)}


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
