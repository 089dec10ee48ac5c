"""What runs in a learner's jail: load the source, call its functions as the plan says, send what they returned.

Everything here is at the mercy of the learner's code. What is sent is a claim; the parent checks it (grader.compare).
"""

from __future__ import annotations

import sys
import types
import warnings
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import numpy as np

from grader.sandbox import wire
from grader.sandbox.returned import SOLUTION, Forbidden, describe, result, signature, text

try:
    from grader.sandbox import tensors
except ImportError:  # the NumPy profile has no PyTorch on its mount
    tensors = None  # type: ignore[assignment]

DRIVER = "driver.py"
MAX_WARNINGS = 5

Send = Callable[[bytes], None]


_WARM = """
import numpy as np

def warm(x, w, rng):
    print(end="")
    return (x @ w).sum(), x - x.max()
"""


def run(payload: bytes, send: Send) -> None:
    """Run each source of the plan and send a frame for each call, then the end mark."""
    given = wire.decode(payload)
    plan = wire.decode(given["plan"])
    if given["device"] != "cpu":
        tensors.use(given["device"])
    if plan["framework"] == "torch" and plan["by_hand"]:
        tensors.forbid_autograd(Forbidden)
    for number, source in enumerate(given["sources"]):
        _Attempt(plan, number, source, send).run()
    _flush()
    send(wire.END)


def warm() -> None:
    """Run a small plan through every lane, so that children find all of it loaded."""
    for framework in ("numpy", "torch") if tensors is not None else ("numpy",):
        inputs = {"x": np.ones((2, 3)), "w": np.ones(3), "rng": wire.Seed(1)}
        lanes = ["plain", "float32", "float16", "layout"]
        lanes += ["bfloat16", "gradient", "gradcheck"] if framework == "torch" else []
        plan = {
            "framework": framework,
            "entry": ["warm"],
            "driver": None,
            "by_hand": False,
            "watched": True,
            "unreachable": "",
            "mutable": [],
            "exact": [],
            "inputs": [inputs],
            "upstream": [{"[0]": np.ones(()), "[1]": np.ones((2, 3))}],
            "functions": ["warm"],
            "lanes": lanes,
            "runs": np.array([(0, 0, 0, lane, 1, 0, 0, 1) for lane in range(len(lanes))]),
        }
        run(wire.encode({"plan": wire.encode(plan), "device": "cpu", "sources": [_WARM]}), lambda _: None)


class _Call(NamedTuple):
    """One call of the plan: of which case, with which inputs, of which function, in which lane.

    random      a generator is among the inputs
    held        the result is kept, and looked at again after the call of the same case that is `other`
    recorded    the operations are noted (PyTorch)
    """

    number: int
    case: int
    inputs: int
    function: str
    lane: str
    random: bool
    held: bool
    other: bool
    recorded: bool


def _calls(plan: dict[str, Any]) -> Iterator[_Call]:
    for number, (case, inputs, function, lane, *facts) in enumerate(plan["runs"].tolist()):
        yield _Call(number, case, inputs, plan["functions"][function], plan["lanes"][lane], *map(bool, facts))


class _Attempt:
    """One source under one plan."""

    def __init__(self, plan: dict[str, Any], number: int, source: str, send: Send) -> None:
        self.plan, self.number, self.source, self.emit = plan, number, source, send
        self.torch: bool = plan["framework"] == "torch"
        self.warnings: list[tuple[int, str]] = []
        self.drive: Any = None
        self.held: dict[int, list[tuple[Any, tuple[Any, bytes]]]] = {}
        self.recorder: Any = tensors.Recorder(SOLUTION) if self.torch else None

    def send(self, **claims: Any) -> None:
        self.emit(wire.frame({"source": self.number, **claims}))

    def run(self) -> None:
        warnings.showwarning = self._warned  # type: ignore[assignment]
        module = types.ModuleType("solution")
        sys.modules["solution"] = module
        if self.plan["watched"]:
            module.__dict__["getattr"] = _guarded(frozenset(self.plan["unreachable"].split()))
            module.__dict__["vars"] = _public
        try:
            exec(compile(self.source, SOLUTION, "exec", dont_inherit=True), module.__dict__)
        except BaseException as error:
            self.send(stage="load", error=describe(error))
            return
        missing = [name for name in self.plan["entry"] if not callable(module.__dict__.get(name))]
        if missing:
            defined = [name for name, value in module.__dict__.items() if callable(value) and type(name) is str]
            self.send(stage="entry", missing=missing, defined=defined[:200])
            return
        self.send(loaded=True)
        if self.plan["driver"] is not None:
            driver = types.ModuleType("driver")
            exec(compile(self.plan["driver"], DRIVER, "exec", dont_inherit=True), driver.__dict__)
            self.drive = driver.__dict__["drive"]
        for call in _calls(self.plan):
            self._call(module, call)
            _flush()

    def _call(self, module: types.ModuleType, call: _Call) -> None:
        given = self.plan["inputs"][call.inputs]
        lane, mutable = call.lane, self.plan["mutable"]
        self.warnings = []
        build = tensors.build if self.torch else _build
        inputs = {name: build(value, lane, name in mutable) for name, value in given.items()}
        before = [(path, leaf, _bytes(leaf)) for path, leaf in wire.leaves(inputs) if _is_array(leaf)]
        random_state = _random_state(self.torch) if call.random else None
        claims: dict[str, Any] = {"run": call.number}
        try:
            if lane == "gradient":
                exact = [*self.plan["exact"], *mutable]
                upstream = self.plan["upstream"][call.case]
                output = tensors.gradients(lambda: self._invoke(module, call, inputs), inputs, upstream, exact)
            elif lane == "gradcheck":
                exact = [*self.plan["exact"], *mutable]
                upstream = self.plan["upstream"][call.case]
                tensors.gradcheck(lambda given: self._invoke(module, call, given), inputs, upstream, exact)
                output = None
            elif call.recorded:
                with self.recorder.switched_on():
                    output = self._invoke(module, call, inputs)
            else:
                output = self._invoke(module, call, inputs)
            claims["output"] = result(output, self.torch and self.drive is None)
            claims["overwritten"] = self._overwritten(call, output)
        except BaseException as error:
            claims["error"] = describe(error)
            if claims["error"]["type"] == "TypeError" and not claims["error"]["lines"]:
                claims["error"]["signature"] = signature(module.__dict__.get(call.function))
        if lane != "gradient":
            claims["changed"] = [
                path for path, leaf, was in before if _bytes(leaf) != was and _root(path) not in mutable
            ]
        if random_state is not None:
            claims["global_random"] = _random_state(self.torch) != random_state
        warned = [] if lane in ("float16", "bfloat16") else self.warnings  # there they are to be expected
        claims["warnings"], claims["operations"] = warned, self.recorder.taken() if self.torch else []
        self.send(
            **{key: value for key, value in claims.items() if key == "output" or (value != [] and value is not False)}
        )

    def _overwritten(self, call: _Call, output: Any) -> bool:
        """Whether the result of an earlier call of the same case, held since then, is another one now."""
        try:
            if call.held:
                found = [(leaf, _bytes(leaf)) for _, leaf in wire.leaves(output) if _is_array(leaf)]
                self.held[call.case] = found
            held = self.held.get(call.case, []) if call.other else []
            return any(_bytes(leaf) != was for leaf, was in held)
        except Exception:  # a result without values, such as a sparse tensor
            return False

    def _invoke(self, module: types.ModuleType, call: _Call, inputs: dict[str, Any]) -> Any:
        if self.drive is not None:
            return self.drive(module, **inputs)
        return module.__dict__[call.function](*inputs.values())

    def _warned(self, message: Any, category: Any, filename: str, lineno: int, *_: Any) -> None:
        if filename == SOLUTION and len(self.warnings) < MAX_WARNINGS:
            self.warnings.append((lineno, text(message)))


def _guarded(unreachable: frozenset[str]) -> Callable[..., Any]:
    """Return a `getattr` that takes nothing private out of a module, and nothing that the rules call internal."""

    def guarded(owner: Any, name: str, *default: Any) -> Any:
        if type(name) is not str:
            raise TypeError("attribute name must be string")
        if name in unreachable or (name.startswith("_") and type(owner) is types.ModuleType):
            raise Forbidden(f"`{name}` is internal, and not allowed in this exercise")
        return getattr(owner, name, *default)

    return guarded


def _public(owner: Any) -> dict[str, Any]:
    """Return what `vars` does, of a module without its private names."""
    found = vars(owner)
    return {key: found[key] for key in found if key[:1] != "_"} if type(owner) is types.ModuleType else found


def _root(path: str) -> str:
    return path.replace("[", ".").split(".", 1)[0]


def _is_array(value: Any) -> bool:
    return type(value) is np.ndarray or (tensors is not None and tensors.is_tensor(value))


def _bytes(array: Any) -> tuple[Any, bytes]:
    """Return shape and values of an argument, to see whether a call changed them."""
    if type(array) is not np.ndarray:
        return tensors.fingerprint(array)
    return array.shape, array.tobytes()


def _random_state(torch: bool) -> bytes:
    facts: Any = np.random.get_state()
    state = bytes(facts[1].tobytes()) + bytes(str(facts[2]), "ascii")
    return state + tensors.random_state() if torch else state


def _build(value: Any, lane: str, mutable: bool) -> Any:
    """Return an argument of a call: a fresh copy in the dtype and layout of the lane."""
    if type(value) is np.ndarray:
        return _array(value, lane, mutable)
    if type(value) is wire.Seed:
        return np.random.default_rng(value.seed)
    if type(value) in (list, tuple):
        return type(value)(_build(item, lane, mutable) for item in value)
    if type(value) is dict:
        return {key: _build(item, lane, mutable) for key, item in value.items()}
    return value


def _array(value: np.ndarray[Any, Any], lane: str, mutable: bool) -> np.ndarray[Any, Any]:
    if lane in ("float32", "float16") and value.dtype == np.float64:
        return value.astype(lane)
    if lane != "layout":
        return value.copy()
    array = np.asfortranarray(value) if value.ndim > 1 else np.repeat(value, 2)[::2].reshape(value.shape)
    array = array.copy(order="K") if array is value else array
    array.flags.writeable = mutable
    return array


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BaseException:  # the learner may have replaced or closed it
            continue
