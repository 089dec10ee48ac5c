"""Every hand-written backward pass equals float64 autograd of its forward pass under a random upstream gradient."""

import itertools
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch
from torch.nn import functional

import nnref.numpy
import nnref.torch

RNG = np.random.default_rng(11)


def normal(*shape: int) -> np.ndarray:
    return RNG.normal(size=shape)


def images(n: int, c: int, h: int, w: int) -> np.ndarray:
    return normal(n, c, h, w)


def torch_batchnorm(x: Any, gamma: Any, eps: float) -> Any:
    return functional.batch_norm(x, None, None, gamma, torch.zeros_like(gamma), training=True, eps=eps)


# name of the backward function: the forward pass in torch, the differentiable arguments, the other arguments
PASSES: dict[str, list[tuple[Callable[..., Any], list[np.ndarray], list[Any]]]] = {
    "affine_backward": [
        (lambda x, w, b: x.flatten(1) @ w + b, [normal(4, 2, 3), normal(6, 5), normal(5)], []),
        (lambda x, w, b: x.flatten(1) @ w + b, [normal(3, 3), normal(3, 3), normal(3)], []),
    ],
    "sigmoid_backward": [(torch.sigmoid, [normal(3, 4) * 5], [])],
    "tanh_backward": [(torch.tanh, [normal(3, 4)], [])],
    "relu_backward": [(torch.relu, [normal(3, 4)], []), (torch.relu, [np.array([-1.0, 0.0, 2.0])], [])],
    "softmax_backward": [
        (lambda x: torch.softmax(x, dim=-1), [normal(3, 5)], []),
        (lambda x: torch.softmax(x, dim=-1), [normal(2, 3, 4)], []),
    ],
    "conv2d_backward": [
        (functional.conv2d, [images(2, 3, 6, 5), normal(4, 3, 3, 2), normal(4)], [1, 0]),
        (functional.conv2d, [images(2, 2, 7, 6), normal(3, 2, 2, 3), normal(3)], [2, 1]),
        (functional.conv2d, [images(1, 2, 8, 7), normal(3, 2, 3, 3), normal(3)], [3, 2]),
    ],
    "rnn_backward": [
        (nnref.torch.rnn_forward, [normal(2, 4, 3), normal(2, 5), normal(3, 5), normal(5, 5), normal(5)], []),
        (nnref.torch.rnn_forward, [normal(3, 1, 3), normal(3, 3), normal(3, 3), normal(3, 3), normal(3)], []),
    ],
}


def gradients(forward: Callable[..., Any], values: list[np.ndarray], rest: list[Any], dout: np.ndarray) -> list[Any]:
    leaves = [torch.from_numpy(value).requires_grad_() for value in values]
    return list(torch.autograd.grad(forward(*leaves, *rest), leaves, torch.from_numpy(dout)))


def check(name: str, arguments: list[Any], expected: list[Any]) -> None:
    by_numpy = getattr(nnref.numpy, name)(*arguments)
    tensors = [torch.from_numpy(value) if isinstance(value, np.ndarray) else value for value in arguments]
    by_torch = getattr(nnref.torch, name)(*tensors)
    for got in (by_numpy, by_torch):
        results = got if isinstance(got, tuple) else (got,)
        assert len(results) == len(expected)
        for result, wanted in zip(results, expected, strict=True):
            assert tuple(result.shape) == tuple(wanted.shape)
            np.testing.assert_allclose(np.asarray(result), wanted.numpy(), rtol=1e-10, atol=1e-12)


CASES = [(name, i) for name, passes in PASSES.items() for i in range(len(passes))]


@pytest.mark.parametrize(("name", "case"), CASES, ids=[f"{name}-{i}" for name, i in CASES])
def test_it_equals_autograd(name: str, case: int) -> None:
    forward, values, rest = PASSES[name][case]
    out = forward(*[torch.from_numpy(value) for value in values], *rest)
    dout = np.random.default_rng(3).normal(size=tuple(out.shape))
    check(name, [dout, *values, *rest], gradients(forward, values, rest, dout))


@pytest.mark.parametrize("spread", [1.0, 3e-3])
@pytest.mark.parametrize("rows", [2, 6])
def test_batchnorm_backward_equals_autograd(spread: float, rows: int) -> None:
    x, gamma, dout = spread * normal(rows, 4), normal(4), normal(rows, 4)
    dx, dgamma = gradients(torch_batchnorm, [x, gamma], [1e-5], dout)
    check("batchnorm_backward", [dout, x, gamma, 1e-5], [dx, dgamma, torch.from_numpy(dout.sum(axis=0))])


@pytest.mark.parametrize("shape", [(3, 5), (2, 3, 4), (4, 4)])
def test_layernorm_backward_equals_autograd(shape: tuple[int, ...]) -> None:
    x, gamma, beta, dout = normal(*shape), normal(shape[-1]), normal(shape[-1]), normal(*shape)
    expected = gradients(lambda x, g, b: functional.layer_norm(x, g.shape, g, b), [x, gamma, beta], [], dout)
    check("layernorm_backward", [dout, x, gamma, 1e-5], expected)


def test_cross_entropy_backward_equals_autograd() -> None:
    logits, y = normal(4, 3) * 3, np.array([0, 2, 1, 2])
    expected = gradients(functional.cross_entropy, [logits], [torch.from_numpy(y)], np.array(1.0))
    check("cross_entropy_backward", [logits, y], expected)


def test_sigmoid_layer_equals_autograd() -> None:
    x, w, b, y = normal(4, 3), normal(3, 2), normal(2), RNG.random((4, 2))

    def cost(w: Any, b: Any) -> Any:
        z = torch.from_numpy(x) @ w + b
        return functional.binary_cross_entropy_with_logits(z, torch.from_numpy(y), reduction="sum") / 4

    value = cost(torch.from_numpy(w), torch.from_numpy(b))
    check("sigmoid_layer_loss_grad", [x, w, b, y], [value, *gradients(cost, [w, b], [], np.array(1.0))])


ACTIVATIONS = {"tanh": torch.tanh, "relu": torch.relu, "sigmoid": torch.sigmoid}


@pytest.mark.parametrize("activation", ACTIVATIONS)
@pytest.mark.parametrize("sizes", [(3, 4), (3, 5, 4), (4, 4, 4, 4), (3, 6, 5, 4, 2)], ids=str)
def test_mlp_loss_grad_equals_autograd(activation: str, sizes: tuple[int, ...]) -> None:
    params = [(normal(a, b), normal(b)) for a, b in itertools.pairwise(sizes)]
    x, y = normal(5, sizes[0]), np.array([0, 1, 1, 0, 1])
    leaves = [torch.from_numpy(value).requires_grad_() for pair in params for value in pair]
    h = torch.from_numpy(x)
    for i in range(0, len(leaves) - 2, 2):
        h = ACTIVATIONS[activation](h @ leaves[i] + leaves[i + 1])
    loss = functional.cross_entropy(h @ leaves[-2] + leaves[-1], torch.from_numpy(y))
    wanted = [grad.numpy() for grad in torch.autograd.grad(loss, leaves)]

    pairs = [(torch.from_numpy(w), torch.from_numpy(b)) for w, b in params]
    twins = [
        nnref.numpy.mlp_loss_grad(params, x, y, activation),
        nnref.torch.mlp_loss_grad(pairs, torch.from_numpy(x), torch.from_numpy(y), activation),
    ]
    for value, grads in twins:
        assert float(value) == pytest.approx(loss.item(), rel=1e-12)
        for got, want in zip([part for pair in grads for part in pair], wanted, strict=True):
            np.testing.assert_allclose(np.asarray(got), want, rtol=1e-10, atol=1e-12)


def test_two_layer_loss_equals_autograd() -> None:
    params = {"W1": normal(3, 5), "b1": normal(5), "W2": normal(5, 4), "b2": normal(4)}
    x, y, reg = normal(6, 3), np.array([0, 3, 1, 2, 2, 0]), 0.3
    tensors = {name: torch.from_numpy(value).requires_grad_() for name, value in params.items()}
    h = torch.relu(torch.from_numpy(x) @ tensors["W1"] + tensors["b1"])
    loss = functional.cross_entropy(h @ tensors["W2"] + tensors["b2"], torch.from_numpy(y))
    loss = loss + reg / 2 * (tensors["W1"].square().sum() + tensors["W2"].square().sum())
    wanted = dict(zip(tensors, torch.autograd.grad(loss, list(tensors.values())), strict=True))

    detached = {name: value.detach() for name, value in tensors.items()}
    for value, grads in (
        nnref.numpy.two_layer_loss(params, x, y, reg),
        nnref.torch.two_layer_loss(detached, torch.from_numpy(x), torch.from_numpy(y), reg),
    ):
        assert float(value) == pytest.approx(loss.item(), rel=1e-12)
        for name, want in wanted.items():
            np.testing.assert_allclose(np.asarray(grads[name]), want.numpy(), rtol=1e-10, atol=1e-12)


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_gradient_norms_equal_autograd(activation: str) -> None:
    weights, x, dout = [normal(3, 5), normal(5, 4), normal(4, 2)], normal(6, 3), normal(6, 2)
    leaves = [torch.from_numpy(w).requires_grad_() for w in weights]
    h = torch.from_numpy(x)
    for leaf in leaves:
        h = ACTIVATIONS[activation](h @ leaf)
    wanted = [grad.norm().item() for grad in torch.autograd.grad(h, leaves, torch.from_numpy(dout))]
    by_numpy = nnref.numpy.gradient_norms(weights, x, dout, activation)
    by_torch = nnref.torch.gradient_norms(
        [torch.from_numpy(w) for w in weights], torch.from_numpy(x), torch.from_numpy(dout), activation
    )
    assert [float(norm) for norm in by_numpy] == pytest.approx(wanted, rel=1e-12)
    assert [float(norm) for norm in by_torch] == pytest.approx(wanted, rel=1e-12)


def test_rnn_grad_norms_equal_autograd() -> None:
    wh, h0, dlast = normal(4, 4), normal(1, 4), normal(4)
    driven, states = normal(5, 4), []
    h = torch.from_numpy(h0).requires_grad_()
    for t in range(5):
        h = torch.tanh(torch.from_numpy(driven[t]) + h @ torch.from_numpy(wh))
        h.retain_grad()
        states.append(h)
    states[-1].backward(torch.from_numpy(dlast)[None])
    wanted = [state.grad.norm().item() for state in states]
    hs = np.concatenate([state.detach().numpy() for state in states])
    assert nnref.numpy.rnn_grad_norms(wh, hs, dlast).tolist() == pytest.approx(wanted, rel=1e-12)
    by_torch = nnref.torch.rnn_grad_norms(torch.from_numpy(wh), torch.from_numpy(hs), torch.from_numpy(dlast))
    assert by_torch.tolist() == pytest.approx(wanted, rel=1e-12)


def test_dropout_backward_equals_autograd_of_the_same_mask() -> None:
    x, mask, dout = normal(4, 5), RNG.random((4, 5)) >= 0.3, normal(4, 5)
    expected = gradients(lambda x: x * torch.from_numpy(mask) / 0.7, [x], [], dout)
    check("dropout_backward", [dout, mask, 0.3], expected)
