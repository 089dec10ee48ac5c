"""The PyTorch side of the harness: tensors in and out, gradients through a function, recorded operations."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from typing import Any

import numpy as np
import torch
from torch.overrides import TorchFunctionMode
from torch.utils._python_dispatch import TorchDispatchMode

from grader.sandbox import wire

_NARROW = {"float32": torch.float32, "float16": torch.float16, "bfloat16": torch.bfloat16}


def is_tensor(value: Any) -> bool:
    """Whether a value is a tensor or a parameter, and no subclass that a learner made."""
    return type(value) in (torch.Tensor, torch.nn.Parameter)


def fingerprint(tensor: torch.Tensor) -> tuple[Any, bytes]:
    """Return shape and values of an argument, to see whether a call changed them."""
    plain = tensor.detach().contiguous()
    plain = plain.view(torch.int16) if plain.dtype == torch.bfloat16 else plain  # which NumPy does not know
    return tuple(tensor.shape), plain.numpy().tobytes()


_device = "cpu"


def use(device: str) -> None:
    """Compute on this device from now on; on a graphics processor with all the bits that float32 has."""
    global _device
    _device = device
    torch.backends.cuda.matmul.allow_tf32 = torch.backends.cudnn.allow_tf32 = False


def random_state() -> bytes:
    """Return the state of PyTorch's global generators."""
    state = torch.get_rng_state().numpy().tobytes()
    return state if _device == "cpu" else state + torch.cuda.get_rng_state().numpy().tobytes()


def build(value: Any, lane: str, mutable: bool) -> Any:
    """Return an argument of a call: a fresh tensor in the dtype and layout of the lane."""
    if type(value) is np.ndarray:
        return _tensor(value, lane)
    if type(value) is wire.Seed:
        return torch.Generator(_device).manual_seed(value.seed)
    if type(value) in (list, tuple):
        return type(value)(build(item, lane, mutable) for item in value)
    if type(value) is dict:
        return {key: build(item, lane, mutable) for key, item in value.items()}
    return value


def _tensor(value: np.ndarray[Any, Any], lane: str) -> torch.Tensor:
    tensor = torch.from_numpy(value.copy())
    tensor = tensor if _device == "cpu" else tensor.to(_device)
    if lane in _NARROW and tensor.dtype == torch.float64:
        return tensor.to(_NARROW[lane])
    if lane == "layout" and tensor.ndim > 1:
        return tensor.mT.contiguous().mT
    if lane == "layout" and tensor.ndim == 1:
        return tensor.repeat_interleave(2)[::2]
    return tensor


def to_array(tensor: torch.Tensor) -> Any:
    """Return a tensor's values as an array, bfloat16 as its bits, or its description where there is no such thing."""
    if tensor.layout != torch.strided or tensor.is_quantized or tensor.device.type != _device:
        return wire.Opaque(f"{tensor.dtype} tensor on {tensor.device}"[:100], tuple(tensor.shape))
    tensor = tensor.detach().cpu().resolve_conj().resolve_neg()
    if tensor.numel() * tensor.element_size() > 1 << 28:
        return wire.Opaque(str(tensor.dtype).removeprefix("torch.") + " array", tuple(tensor.shape))
    if tensor.dtype == torch.bfloat16:
        return wire.Bfloat16(tensor.contiguous().view(torch.int16).numpy().view(np.uint16))
    return tensor.numpy()


def gradients(
    invoke: Callable[[], Any], inputs: dict[str, Any], upstream: dict[str, Any], exact: list[str]
) -> dict[str, Any]:
    """Return the vector-Jacobian products of a call, by the path of the argument.

    `exact` names arguments that have no gradient. `upstream` holds the gradient that arrives at each output, by
    its path; `None` means that no gradient comes back.
    """
    sources = dict(differentiable(inputs, exact))
    for leaf in sources.values():
        leaf.requires_grad_(True)
    outputs = dict(wire.leaves(_first(invoke(), upstream)))
    reached = [(outputs[path], seed) for path, seed in upstream.items() if is_tensor(outputs.get(path))]
    found = [(output, torch.from_numpy(seed.copy()).to(_device)) for output, seed in reached if output.requires_grad]
    if not found or not sources:
        return dict.fromkeys(sources)
    fitting = [(output, seed) for output, seed in found if output.shape == seed.shape]
    grads = torch.autograd.grad(
        [output for output, _ in fitting],
        list(sources.values()),
        [seed.to(output.dtype) for output, seed in fitting],
        allow_unused=True,
    )
    return dict(zip(sources, grads, strict=True))


def gradcheck(
    invoke: Callable[[dict[str, Any]], Any], inputs: dict[str, Any], upstream: dict[str, Any], exact: list[str]
) -> None:
    """Compare the graph of a call with finite differences along random directions. Raises where they differ."""
    sources = differentiable(inputs, exact)

    def function(*leaves: torch.Tensor) -> tuple[torch.Tensor, ...]:
        given = _with_leaves(inputs, dict(zip([path for path, _ in sources], leaves, strict=True)))
        outputs = dict(wire.leaves(_first(invoke(given), upstream)))
        found = [outputs[path] for path in upstream if is_tensor(outputs.get(path))]
        return tuple(output for output in found if output.requires_grad)

    leaves = tuple(leaf.detach().clone().requires_grad_() for _, leaf in sources)
    torch.autograd.gradcheck(function, leaves, fast_mode=True, check_undefined_grad=False)


def _with_leaves(value: Any, leaves: dict[str, torch.Tensor], path: str = "") -> Any:
    """Return a value with the leaves at some paths replaced."""
    if type(value) in (list, tuple):
        return type(value)(_with_leaves(item, leaves, f"{path}[{i}]") for i, item in enumerate(value))
    if type(value) is dict:
        return {key: _with_leaves(item, leaves, f"{path}.{key}" if path else key) for key, item in value.items()}
    return leaves.get(path, value)


def differentiable(inputs: dict[str, Any], exact: list[str]) -> list[tuple[str, torch.Tensor]]:
    """Return the float tensors among the arguments that are not marked exact, with their paths."""
    return [
        (path, leaf)
        for name, value in inputs.items()
        if name not in exact
        for path, leaf in wire.leaves(value, name)
        if is_tensor(leaf) and leaf.is_floating_point()
    ]


def _first(output: Any, upstream: dict[str, Any]) -> Any:
    """Return what is judged of an output: its first element where one array is wanted and a tuple came."""
    if list(upstream) == [""] and isinstance(output, (tuple, list)) and output:
        return output[0]
    return output


class Recorder:
    """Notes each PyTorch function and operator that runs, once, with the line in `filename` that led to it."""

    def __init__(self, filename: str) -> None:
        self.filename = filename
        self.seen: set[str] = set()
        self.operations: list[tuple[str, int]] = []

    def note(self, name: str) -> None:
        if name in self.seen or len(self.seen) > 1000:
            return
        self.seen.add(name)
        frame: Any = sys._getframe(2)
        while frame is not None and frame.f_code.co_filename != self.filename:
            frame = frame.f_back
        self.operations.append((name[:100], frame.f_lineno if frame is not None else 0))

    def taken(self) -> list[tuple[str, int]]:
        """Return what was noted since the last time."""
        noted, self.operations = self.operations, []
        return noted

    @contextmanager
    def switched_on(self) -> Iterator[None]:
        with _Functions(self), _Operators(self):
            yield


class _Functions(TorchFunctionMode):
    def __init__(self, recorder: Recorder) -> None:
        super().__init__()
        self.recorder = recorder

    def __torch_function__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        self.recorder.note(str(getattr(func, "__name__", "")))
        return func(*args, **(kwargs or {}))


class _Operators(TorchDispatchMode):  # type: ignore[no-untyped-call]
    @classmethod
    def _should_skip_dynamo(cls) -> bool:
        """Tell PyTorch not to wrap each operator in what keeps its compiler out: nothing is compiled here."""
        return False

    def __init__(self, recorder: Recorder) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.recorder = recorder

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        self.recorder.note(f"aten.{func.overloadpacket.__name__}")
        return func(*args, **(kwargs or {}))


def forbid_autograd(refusal: type[Exception]) -> None:
    """Switch gradients off for good: every way to switch them on, or to ask for one, raises."""

    def refuse(*_: Any, **__: Any) -> None:
        raise refusal("autograd is not allowed in this exercise: the gradient is to be written by hand")

    def only_off(mode: bool) -> Any:
        return refuse() if mode else nullcontext()

    def only_on(mode: bool = True) -> Any:
        return torch.no_grad() if mode else refuse()

    torch.set_grad_enabled(False)
    for module in (torch, torch.autograd, torch.autograd.grad_mode):
        for name, replacement in (("enable_grad", refuse), ("set_grad_enabled", only_off), ("inference_mode", only_on)):
            setattr(module, name, replacement)
    for name in ("backward", "grad", "Function", "forward_ad", "functional"):
        setattr(torch.autograd, name, refuse)
    for name in ("vjp", "jvp", "grad", "grad_and_value", "jacrev", "jacfwd", "hessian", "linearize"):
        setattr(torch.func, name, refuse)
    for name in (
        "_set_grad_enabled",
        "_AutoGradMode",
        "_InferenceMode",
        "_ImperativeEngine",
        "_EngineBase",
        "_enter_dual_level",
    ):
        setattr(torch._C, name, refuse)
    for name in ("backward", "requires_grad_", "register_hook", "retain_grad"):
        setattr(torch.Tensor, name, refuse)
