"""Activations, losses, weighted sums, updates: NumPy reference, PyTorch twin and PyTorch itself agree in float64."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import numpy as np
import pytest
import torch
from torch.nn import functional

import nnref.numpy
import nnref.torch

RNG = np.random.default_rng(7)
X = RNG.normal(0, 2, (5, 4))
TAILS = np.array([-1e3, -40.0, -1e-9, 1e-9, 40.0, 1e3])
PRED, TARGET = RNG.normal(size=(2, 3, 4))
PROBABILITIES, LABELS = RNG.uniform(0.01, 0.99, (2, 6))
CLASSES = RNG.integers(4, size=5)
SEQUENCE, WORDS, MASK = RNG.normal(size=(2, 3, 4)), RNG.integers(4, size=(2, 3)), np.array([[1, 1, 0], [1, 0, 0]], bool)
A, P, N = RNG.normal(size=(3, 5, 4))
SAME = np.array([1, 0, 1, 0, 0])
W, G, M = RNG.normal(size=(3, 4, 3))
V = RNG.uniform(0.1, 1, (4, 3))
GRADS = [RNG.normal(size=(2, 3)), RNG.normal(size=4)]
SIZES = ((4, 6), (6, 5), (5, 2))
PARAMS = [(RNG.normal(size=size), RNG.normal(size=size[1])) for size in SIZES]
STACK, OFFSETS = [w for w, _ in PARAMS], [b for _, b in PARAMS]


@dataclass
class Row:
    """One call of a function, and what PyTorch calls it; `grad`: PyTorch's own gradient is compared too."""

    name: str
    arguments: list[Any]
    oracle: Callable[..., Any] | None = None
    grad: bool = True
    options: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return "-".join([self.name, *map(str, self.options.values())])


def heaviside(x: torch.Tensor, threshold: float) -> torch.Tensor:
    return torch.heaviside(x - threshold, torch.ones((), dtype=x.dtype))


def info_nce(za: Any, zb: Any, temperature: float) -> Any:
    scores = functional.normalize(za) @ functional.normalize(zb).T / temperature
    rows = torch.arange(len(scores))
    return (functional.cross_entropy(scores, rows) + functional.cross_entropy(scores.T, rows)) / 2


def gaussian_divergence(mu: Any, logvar: Any) -> Any:
    encoder = torch.distributions.Normal(mu, (logvar / 2).exp())
    return torch.distributions.kl_divergence(encoder, torch.distributions.Normal(0.0, 1.0))


def bernoulli(x: Any, logits: Any) -> Any:
    return torch.distributions.Bernoulli(logits=logits, validate_args=False).log_prob(x).sum(1).mean()


def contrastive(a: Any, b: Any, same: Any, margin: float) -> Any:
    d = functional.pairwise_distance(a, b, eps=0)
    return (same * d**2 + (1 - same) * functional.relu(margin - d) ** 2).mean() / 2


def optimized(make: Callable[[torch.Tensor], torch.optim.Optimizer], state: Callable[[Any], dict[str, Any]]) -> Any:
    """An oracle that lets an optimiser of PyTorch make one step from a given state."""

    def step(w: Any, g: Any, *buffers: Any) -> Any:
        parameter = w.detach().clone().requires_grad_()
        optimizer = make(parameter)
        optimizer.state[parameter].update(state([b.clone() if torch.is_tensor(b) else b for b in buffers]))
        parameter.grad = g.clone()
        optimizer.step()
        kept = [value for value in optimizer.state[parameter].values() if value.shape == w.shape]
        return parameter.detach(), *kept

    return step


def adam_state(buffers: Any) -> dict[str, Any]:
    m, v, t = buffers[:3]
    return {"step": torch.tensor(float(t - 1)), "exp_avg": m, "exp_avg_sq": v}


ROWS = [
    Row("sigmoid", [X], torch.sigmoid),
    Row("sigmoid", [TAILS], torch.sigmoid),
    Row("log_sigmoid", [X], functional.logsigmoid),
    Row("log_sigmoid", [TAILS], functional.logsigmoid),
    Row("step", [X, 0.5], heaviside, grad=False),
    Row("sign", [X], torch.sign, grad=False),
    Row("relu", [X], torch.relu),
    Row("leaky_relu", [X, 0.2], functional.leaky_relu),
    Row("leaky_relu", [X, 3.0], functional.leaky_relu),
    Row("tanh", [X], torch.tanh),
    Row("tanh", [TAILS], torch.tanh),
    Row("swish", [X], functional.silu),
    Row("swish", [TAILS], functional.silu),
    Row("gelu", [X], functional.gelu),
    Row("gelu", [X], functional.gelu, options={"approximate": "tanh"}),
    Row("softmax", [X], lambda x: torch.softmax(x, -1)),
    Row("softmax", [SEQUENCE, 1], torch.softmax),
    Row("logsumexp", [X * 300], lambda x: torch.logsumexp(x, -1)),
    Row("logsumexp", [SEQUENCE, 0], torch.logsumexp),
    Row("log_softmax", [X * 300], lambda x: torch.log_softmax(x, -1)),
    Row("log_softmax", [SEQUENCE, 1], torch.log_softmax),
    Row("mse_loss", [PRED, TARGET], functional.mse_loss),
    Row("mse_loss", [PRED, TARGET], functional.mse_loss, options={"reduction": "sum"}),
    Row("mse_loss", [PRED, TARGET], functional.mse_loss, options={"reduction": "none"}),
    Row("binary_cross_entropy", [PROBABILITIES, LABELS], functional.binary_cross_entropy),
    Row("bce_with_logits", [X, RNG.uniform(size=(5, 4))], functional.binary_cross_entropy_with_logits),
    Row("cross_entropy", [X, CLASSES], functional.cross_entropy),
    Row("cross_entropy", [X * 400, CLASSES], functional.cross_entropy),
    Row(
        "masked_cross_entropy",
        [SEQUENCE, WORDS, MASK],
        lambda z, y, mask: functional.cross_entropy(z[mask], y[mask]),
    ),
    Row(
        "label_smoothing_ce",
        [X, CLASSES, 0.3],
        lambda z, y, eps: functional.cross_entropy(z, y, label_smoothing=eps),
    ),
    Row("focal_loss", [X, CLASSES, 0.0, 1.0], lambda z, y, *_: functional.cross_entropy(z, y)),
    Row("focal_loss", [X, CLASSES, 1.5, 0.25]),
    Row(
        "triplet_loss",
        [A, P, N, 1.0],
        lambda a, p, n, m: functional.triplet_margin_loss(a, p, n, margin=m, eps=0),
    ),
    Row("contrastive_loss", [A, P, SAME, 4.0], contrastive),
    Row("info_nce", [A, P, 0.07], info_nce),
    Row("matmul", [W, G.T], torch.matmul),
    Row("neuron", [X, A[0], np.array(0.3)], lambda x, w, b: torch.sigmoid(x.mv(w) + b)),
    Row("mlp_forward", [X, PARAMS, "tanh"], lambda x, p, _: torch_mlp(x, p)),
    Row("collapse_linear", [STACK, OFFSETS]),
    Row("elastic_net", [W, 0.3, 0.2]),
    Row("soft_threshold", [W, 0.4], functional.softshrink),
    Row("vae_kl", [W, M], lambda mu, logvar: gaussian_divergence(mu, logvar).sum(1)),
    Row("elbo", [V, G, W, M], lambda x, z, mu, v: bernoulli(x, z) - gaussian_divergence(mu, v).sum(1).mean()),
    Row("d_loss", [X, A], lambda real, fake: -real.sigmoid().log().mean() - (1 - fake.sigmoid()).log().mean()),
    Row("g_loss", [X], lambda fake: -fake.sigmoid().log().mean()),
    Row("g_loss", [X], lambda fake: (1 - fake.sigmoid()).log().mean(), options={"kind": "saturating"}),
    Row("clip_grad_value", [GRADS, 0.5], lambda gs, c: [g.clamp(-c, c) for g in gs]),
    Row("clip_grad_norm", [GRADS, 0.5]),
    Row(
        "sgd_momentum",
        [W, G, V, 0.1, 0.9],
        optimized(lambda p: torch.optim.SGD([p], 0.1, 0.9), lambda b: {"momentum_buffer": b[0]}),
        grad=False,
    ),
    Row(
        "sgd_momentum",
        [W, G, V, 0.1, 0.9],
        optimized(lambda p: torch.optim.SGD([p], 0.1, 0.9, nesterov=True), lambda b: {"momentum_buffer": b[0]}),
        grad=False,
        options={"nesterov": True},
    ),
    Row(
        "adagrad",
        [W, G, V, 0.1],
        optimized(lambda p: torch.optim.Adagrad([p], 0.1), lambda b: {"step": torch.tensor(1.0), "sum": b[0]}),
        grad=False,
    ),
    Row(
        "rmsprop",
        [W, G, V, 0.1],
        optimized(lambda p: torch.optim.RMSprop([p], 0.1), lambda b: {"step": torch.tensor(1.0), "square_avg": b[0]}),
        grad=False,
    ),
    Row("adam", [W, G, M, V, 5, 0.1], optimized(lambda p: torch.optim.Adam([p], 0.1), adam_state), grad=False),
    Row("adamw", [W, G, M, V, 5, 0.1], optimized(lambda p: torch.optim.AdamW([p], 0.1), adam_state), grad=False),
]
rows = pytest.mark.parametrize("row", ROWS, ids=str)


def torch_mlp(x: Any, params: Any) -> Any:
    for w, b in params[:-1]:
        x = torch.tanh(functional.linear(x, w.T, b))
    return functional.linear(x, params[-1][0].T, params[-1][1])


def mapped(function: Callable[[Any], Any], value: Any) -> Any:
    """Apply a function to every array of a nested value."""
    if isinstance(value, list | tuple):
        return type(value)(mapped(function, item) for item in value)
    return function(value) if isinstance(value, np.ndarray | torch.Tensor) else value


def flat(value: Any) -> list[Any]:
    return [leaf for item in value for leaf in flat(item)] if isinstance(value, list | tuple) else [value]


def in_numpy(row: Row, change: Callable[[Any], Any] = lambda array: array) -> list[Any]:
    return flat(getattr(nnref.numpy, row.name)(*mapped(change, row.arguments), **row.options))


def tensors(row: Row) -> list[Any]:
    def tensor(array: Any) -> torch.Tensor:
        made = torch.from_numpy(array.copy())
        return made.requires_grad_(made.is_floating_point())

    return mapped(tensor, row.arguments)


@rows
def test_the_twins_agree(row: Row) -> None:
    twin = flat(getattr(nnref.torch, row.name)(*tensors(row), **row.options))
    for ours, theirs in zip(in_numpy(row), twin, strict=True):
        np.testing.assert_allclose(ours, theirs.detach().numpy(), rtol=1e-12, atol=1e-14)


@pytest.mark.parametrize("row", [row for row in ROWS if row.oracle], ids=str)
def test_pytorch_says_the_same(row: Row) -> None:
    assert row.oracle is not None
    options = row.options if row.oracle.__module__ != __name__ else {}
    wanted = flat(row.oracle(*tensors(row), **options))
    for ours, theirs in zip(in_numpy(row), wanted, strict=True):
        np.testing.assert_allclose(ours, theirs.detach().numpy(), rtol=1e-10, atol=1e-12)


@pytest.mark.parametrize("row", [row for row in ROWS if row.oracle and row.grad], ids=str)
def test_the_twin_has_pytorchs_gradient(row: Row) -> None:
    assert row.oracle is not None
    options = row.options if row.oracle.__module__ != __name__ else {}
    gradients = []
    twin = partial(getattr(nnref.torch, row.name), **row.options)
    for function in (twin, partial(row.oracle, **options)):
        arguments = tensors(row)
        outputs = flat(function(*arguments))
        upstream = [torch.from_numpy(np.random.default_rng(1).normal(size=tuple(out.shape))) for out in outputs]
        leaves = [leaf for leaf in flat(arguments) if torch.is_tensor(leaf) and leaf.requires_grad]
        found = torch.autograd.grad(outputs, leaves, upstream, allow_unused=True)
        gradients.append([torch.zeros(()) if g is None else g for g in found])
    for ours, theirs in zip(*gradients, strict=True):
        torch.testing.assert_close(ours, theirs, rtol=1e-9, atol=1e-11)


@rows
@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
def test_it_keeps_the_dtype(row: Row, dtype: type) -> None:
    def cast(array: Any) -> Any:
        return array.astype(dtype) if array.dtype.kind == "f" else array

    with np.errstate(over="ignore"):
        results = in_numpy(row, cast)
    assert {result.dtype.type for result in results if hasattr(result, "dtype") and result.ndim} <= {dtype}


@rows
@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
def test_the_twin_keeps_the_dtype(row: Row, dtype: torch.dtype) -> None:
    arguments = mapped(lambda t: t.detach().to(dtype) if t.is_floating_point() else t, tensors(row))
    results = flat(getattr(nnref.torch, row.name)(*arguments, **row.options))
    assert {result.dtype for result in results if result.ndim} <= {dtype}


@rows
def test_it_reads_any_memory_layout_and_writes_nowhere(row: Row) -> None:
    def awkward(array: Any) -> Any:
        strided = np.repeat(array, 2, axis=0)[::2] if array.ndim else array.copy()
        strided.setflags(write=False)
        return strided

    for part, whole in zip(in_numpy(row, awkward), in_numpy(row), strict=True):
        np.testing.assert_allclose(part, whole, rtol=1e-12, atol=1e-14)


@rows
def test_the_twin_changes_no_argument(row: Row) -> None:
    arguments = mapped(lambda t: t.detach(), tensors(row))
    before = mapped(lambda t: t.clone(), arguments)
    getattr(nnref.torch, row.name)(*arguments, **row.options)
    for given, kept in zip(flat(arguments), flat(before), strict=True):
        assert torch.equal(given, kept) if torch.is_tensor(given) else given == kept
