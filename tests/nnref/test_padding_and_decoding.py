"""Padding and decoding, transposed convolution and structured dropout: against torch's own, by hand, by brute force."""

import itertools
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch
from torch.nn import functional
from torch.nn.utils.rnn import pad_sequence

import nnref.numpy
import nnref.torch

RNG = np.random.default_rng(21)
T = torch.from_numpy


def test_padding_agrees_with_torch() -> None:
    seqs = [RNG.normal(size=(n, 3)) for n in (2, 5, 1)]
    wanted = pad_sequence([T(seq) for seq in seqs], batch_first=True, padding_value=-1.5).numpy()
    x, mask = nnref.numpy.pad(seqs, -1.5)
    x_torch, mask_torch = nnref.torch.pad([T(seq) for seq in seqs], -1.5)
    np.testing.assert_array_equal(x, wanted)
    np.testing.assert_array_equal(x_torch.numpy(), wanted)
    assert mask.sum(axis=1).tolist() == mask_torch.sum(dim=1).tolist() == [2, 5, 1]
    assert mask[:, 0].all()


@pytest.mark.parametrize("seqs", [[], [np.ones((2, 3)), np.ones((0, 3))]], ids=["none", "an empty one"])
def test_padding_refuses_nothing(seqs: list[np.ndarray]) -> None:
    with pytest.raises(ValueError, match="empty"):
        nnref.numpy.pad(seqs)
    with pytest.raises(ValueError, match="empty"):
        nnref.torch.pad([T(seq) for seq in seqs])


def test_last_state_and_mean_do_not_see_the_padding() -> None:
    h, lengths = RNG.normal(size=(3, 4, 2)), np.array([4, 1, 3])
    mask = np.arange(4) < lengths[:, None]
    last = np.stack([row[n - 1] for row, n in zip(h, lengths, strict=True)])
    mean = np.stack([row[:n].mean(axis=0) for row, n in zip(h, lengths, strict=True)])
    h[~mask] = np.nan
    np.testing.assert_array_equal(nnref.numpy.last_valid(h, lengths), last)
    np.testing.assert_array_equal(nnref.torch.last_valid(T(h), T(lengths)).numpy(), last)
    np.testing.assert_allclose(nnref.numpy.masked_mean(h, mask), mean, rtol=1e-12)
    np.testing.assert_allclose(nnref.torch.masked_mean(T(h), T(mask)).numpy(), mean, rtol=1e-12)
    for bad in (np.array([4, 0, 3]), np.array([5, 1, 3])):
        with pytest.raises(ValueError, match="lengths"):
            nnref.numpy.last_valid(h, bad)
        with pytest.raises(ValueError, match="lengths"):
            nnref.torch.last_valid(T(h), T(bad))


@pytest.mark.parametrize(("stride", "padding", "extra"), [(1, 0, 0), (2, 1, 1), (3, 0, 2), (2, 2, 0)])
def test_transposed_convolution_agrees_with_torch_and_is_the_adjoint(stride: int, padding: int, extra: int) -> None:
    x, w, b = RNG.normal(size=(2, 3, 4, 5)), RNG.normal(size=(3, 2, 3, 4)), RNG.normal(size=2)
    wanted = functional.conv_transpose2d(T(x), T(w), T(b), stride, padding, extra).numpy()
    out = nnref.numpy.conv_transpose2d(x, w, b, stride, padding, extra)
    by_torch = nnref.torch.conv_transpose2d(T(x), T(w), T(b), stride, padding, extra).numpy()
    np.testing.assert_allclose(out, wanted, rtol=1e-12, atol=1e-12)
    np.testing.assert_allclose(by_torch, wanted, rtol=1e-12, atol=1e-12)
    z = RNG.normal(size=out.shape)
    forward = nnref.numpy.conv2d(z, w, np.zeros(3), stride, padding)
    assert (out - b.reshape(-1, 1, 1)).ravel() @ z.ravel() == pytest.approx(x.ravel() @ forward.ravel())


def by_numpy(name: str, x: np.ndarray, p: float, training: bool) -> np.ndarray:
    return getattr(nnref.numpy, name)(x, p, training, np.random.default_rng(5))


def by_torch(name: str, x: np.ndarray, p: float, training: bool) -> np.ndarray:
    return getattr(nnref.torch, name)(T(x), p, training, torch.Generator().manual_seed(5)).numpy()


@pytest.mark.parametrize("run", [by_numpy, by_torch])
@pytest.mark.parametrize(("name", "axes"), [("dropout2d", (2, 3)), ("drop_path", (1, 2, 3))])
def test_it_drops_together(run: Callable[..., np.ndarray], name: str, axes: tuple[int, ...]) -> None:
    x = RNG.normal(size=(1500, 2, 3, 2))
    out = run(name, x, 0.3, True)
    kept = (out != 0).all(axis=axes)
    assert np.array_equal(kept, (out != 0).any(axis=axes))
    assert abs(kept.mean() - 0.7) < 6.2 * (0.21 / kept.size) ** 0.5
    np.testing.assert_allclose(out[out != 0], x[out != 0] / 0.7, rtol=1e-12)
    assert np.array_equal(run(name, x, 0.3, False), x)
    with pytest.raises(ValueError, match="below 1"):
        run(name, x, 1.0, True)


def filtered(logits: list[float], *settings: Any) -> list[float]:
    out = nnref.numpy.filter_logits(np.array(logits), *settings)
    assert out.tolist() == pytest.approx(nnref.torch.filter_logits(torch.tensor(logits).double(), *settings).tolist())
    return [i for i, value in enumerate(out.tolist()) if value != -np.inf]


def test_filters_keep_what_they_say() -> None:
    logits = np.log([0.5, 0.1, 0.3, 0.1]).tolist()
    assert filtered(logits) == [0, 1, 2, 3]
    assert filtered(logits, None, 2) == [0, 2]
    assert filtered(logits, None, 3) == [0, 1, 2, 3], "ties of the k-th stay"
    assert filtered(logits, 1.0, 9, 1.0) == [0, 1, 2, 3]
    assert filtered(logits, None, None, 0.6) == [0, 2], "the token that crosses stays"
    assert filtered(logits, None, None, 0.01) == [0]
    assert filtered(logits, 0.5, None, 0.6) == [0], "after the temperature"
    assert filtered(logits, None, 2, 0.6) == [0], "of what top-k has left"


@pytest.mark.parametrize("settings", [(0.0,), (None, 0), (None, None, 0.0)])
def test_filters_refuse_what_has_no_meaning(settings: tuple[Any, ...]) -> None:
    with pytest.raises(ValueError, match="must be"):
        nnref.numpy.filter_logits(np.zeros(3), *settings)
    with pytest.raises(ValueError, match="must be"):
        nnref.torch.filter_logits(torch.zeros(3), *settings)


def searched(table: np.ndarray, width: int, max_len: int, alpha: float) -> tuple[list[int], float]:
    """What both libraries find where the next token depends on the place and the last token; eos is token 1."""

    def step(prefix: list[int]) -> np.ndarray:
        return table[len(prefix) - 1, prefix[-1]]

    tokens, score = nnref.numpy.beam_search(step, 0, 1, width, max_len, alpha)
    twin_tokens, twin_score = nnref.torch.beam_search(lambda p: T(step(p)), 0, 1, width, max_len, alpha)
    assert (tokens, score) == (twin_tokens, pytest.approx(twin_score))
    return tokens, score


def sequences(size: int, max_len: int) -> list[list[int]]:
    """All sequences from bos = 0 that end with eos = 1 or are full."""
    found = []
    for n in range(1, max_len + 1):
        for rest in itertools.product(range(size), repeat=n):
            if 1 not in rest[:-1] and (n == max_len or rest[-1] == 1):
                found.append([0, *rest])
    return found


@pytest.mark.parametrize("alpha", [0.0, 0.7])
def test_a_wide_beam_finds_the_best_of_all(alpha: float) -> None:
    for _ in range(10):
        table = np.log(RNG.dirichlet(np.ones(3), size=(4, 3)))
        totals = {
            tuple(y): sum(table[t, y[t], y[t + 1]] for t in range(len(y) - 1)) / (len(y) - 1) ** alpha
            for y in sequences(3, 4)
        }
        tokens, score = searched(table, 81, 4, alpha)
        assert tuple(tokens) == max(totals, key=totals.__getitem__)
        assert score == pytest.approx(max(totals.values()))


def test_width_one_is_greedy() -> None:
    table = np.log(RNG.dirichlet(np.ones(4), size=(5, 4)))
    tokens = [0]
    while len(tokens) < 6 and (len(tokens) == 1 or tokens[-1] != 1):
        tokens.append(int(table[len(tokens) - 1, tokens[-1]].argmax()))
    assert searched(table, 1, 5, 0.0)[0] == tokens


def test_a_finished_beam_is_kept_and_not_extended() -> None:
    table = np.log(np.array([[[0.05, 0.6, 0.35]] * 3, [[0.1, 0.1, 0.8]] * 3]))  # eos at once, or one step later
    assert searched(table, 2, 2, 0.0) == ([0, 1], pytest.approx(np.log(0.6)))
    assert searched(table, 2, 2, 2.0)[0] == [0, 2, 2]
