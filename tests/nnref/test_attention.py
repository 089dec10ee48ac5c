"""Attention, positions and embeddings: the twins agree with torch and with their defining properties."""

import math
from typing import Any

import numpy as np
import pytest
import torch
from torch.nn import functional

import nnref.numpy
import nnref.torch

RNG = np.random.default_rng(8)


def normal(*shape: int) -> np.ndarray:
    return RNG.normal(size=shape)


def tensors(values: list[Any]) -> list[Any]:
    return [torch.from_numpy(value) if isinstance(value, np.ndarray) else value for value in values]


def agree(name: str, arguments: list[Any], wanted: torch.Tensor) -> None:
    by_numpy = getattr(nnref.numpy, name)(*arguments)
    by_torch = getattr(nnref.torch, name)(*tensors(arguments))
    np.testing.assert_allclose(by_numpy, wanted.numpy(), rtol=1e-11, atol=1e-12)
    np.testing.assert_allclose(by_torch.numpy(), wanted.numpy(), rtol=1e-11, atol=1e-12)


@pytest.mark.parametrize("masked", [False, True])
def test_attention_agrees_with_torch(masked: bool) -> None:
    q, k, v = normal(2, 4, 3), normal(2, 5, 3), normal(2, 5, 6)
    mask = (RNG.random((4, 5)) < 0.6) | (np.arange(5) == 0) if masked else None
    wanted = functional.scaled_dot_product_attention(*tensors([q, k, v, mask]))
    agree("attention", [q, k, v, mask], wanted)


def test_a_position_that_may_see_nothing_gets_zeros() -> None:
    mask = np.array([[True, True], [False, False]])
    out = nnref.numpy.attention(normal(2, 3), normal(2, 3), normal(2, 4), mask)
    twin = nnref.torch.attention(*tensors([normal(2, 3), normal(2, 3), normal(2, 4), mask]))
    assert not out[1].any()
    assert not twin[1].any()


def test_causal_attention_agrees_with_torch() -> None:
    q, k, v = normal(2, 5, 3), normal(2, 5, 3), normal(2, 5, 4)
    agree("causal_attention", [q, k, v], functional.scaled_dot_product_attention(*tensors([q, k, v]), is_causal=True))


@pytest.mark.parametrize("heads", [1, 2, 3])
def test_multi_head_attention_agrees_with_torch(heads: int) -> None:
    x, wq, wk, wv, wo = normal(2, 4, 6), normal(6, 6), normal(6, 6), normal(6, 6), normal(6, 6)
    module = torch.nn.MultiheadAttention(6, heads, bias=False, batch_first=True, dtype=torch.float64)
    module.in_proj_weight.data = torch.from_numpy(np.concatenate([wq.T, wk.T, wv.T]))
    module.out_proj.weight.data = torch.from_numpy(wo.T.copy())
    tensor = torch.from_numpy(x)
    wanted = module(tensor, tensor, tensor, need_weights=False)[0].detach()
    agree("mha", [x, wq, wk, wv, wo, heads], wanted)


@pytest.mark.parametrize("mask_shape", [(4, 4), (2, 4, 4)])
def test_masks_of_multi_head_attention_agree(mask_shape: tuple[int, ...]) -> None:
    mask = (RNG.random(mask_shape) < 0.5) | np.eye(4, dtype=bool)
    arguments = [normal(2, 4, 6), *(normal(6, 6) for _ in range(4)), 2, mask]
    twin = nnref.torch.mha(*tensors(arguments)).numpy()
    np.testing.assert_allclose(nnref.numpy.mha(*arguments), twin, rtol=1e-11, atol=1e-12)


@pytest.mark.parametrize("library", [nnref.numpy, nnref.torch], ids=["numpy", "torch"])
def test_heads_must_divide_the_width(library: Any) -> None:
    arguments = [normal(1, 2, 4), *(normal(4, 4) for _ in range(4)), 3]
    with pytest.raises(ValueError, match="do not divide"):
        library.mha(*(arguments if library is nnref.numpy else tensors(arguments)))


@pytest.mark.parametrize(("steps", "width"), [(1, 4), (7, 6), (5, 5), (3, 1)])
def test_sinusoidal_positions_follow_the_formula(steps: int, width: int) -> None:
    wanted = [
        [(math.cos if j % 2 else math.sin)(t / 10000 ** ((j - j % 2) / width)) for j in range(width)]
        for t in range(steps)
    ]
    np.testing.assert_allclose(nnref.numpy.sinusoidal(steps, width), wanted, rtol=1e-12, atol=1e-14)
    np.testing.assert_allclose(nnref.torch.sinusoidal(steps, width).numpy(), wanted, rtol=1e-12, atol=1e-14)


@pytest.mark.parametrize("interleaved", [False, True])
def test_rotary_positions_turn_complex_numbers(interleaved: bool) -> None:
    x = normal(2, 5, 6)
    halves = (x[..., 0::2], x[..., 1::2]) if interleaved else (x[..., :3], x[..., 3:])
    angles = (np.arange(5) + 2)[:, None] * 100.0 ** (-np.arange(3) / 3)
    turned = (halves[0] + 1j * halves[1]) * np.exp(1j * angles)
    wanted = np.concatenate([turned.real, turned.imag], axis=-1)
    if interleaved:
        wanted = np.stack([turned.real, turned.imag], axis=-1).reshape(x.shape)
    agree("rope", [x, 100.0, 2, interleaved], torch.from_numpy(wanted))


def test_rotary_scores_depend_on_the_distance_only() -> None:
    q, k = normal(1, 8), normal(1, 8)
    scores = [(nnref.numpy.rope(q, offset=m + 3) * nnref.numpy.rope(k, offset=m)).sum() for m in (0, 5, 11)]
    assert scores == pytest.approx([scores[0]] * 3, rel=1e-12)


@pytest.mark.parametrize("library", [nnref.numpy, nnref.torch], ids=["numpy", "torch"])
def test_decoding_with_a_cache_equals_a_causal_pass(library: Any) -> None:
    x, wq, wk, wv, wo = normal(2, 5, 4), normal(4, 3), normal(4, 3), normal(4, 3), normal(3, 4)
    wanted = nnref.numpy.causal_attention(x @ wq, x @ wk, x @ wv) @ wo
    convert = (lambda value: value) if library is nnref.numpy else torch.from_numpy
    params = {name: convert(w) for name, w in zip(("wq", "wk", "wv", "wo"), (wq, wk, wv, wo), strict=True)}
    cache = None
    for t in range(5):
        y, cache = library.decode_step(convert(x[:, t]), cache, params)
        np.testing.assert_allclose(np.asarray(y), wanted[:, t], rtol=1e-11, atol=1e-12)
    assert cache[0].shape == (2, 5, 3)


def test_a_transformer_block_agrees_with_torch() -> None:
    width, hidden = 6, 8
    layer = torch.nn.TransformerEncoderLayer(
        width, 2, hidden, dropout=0.0, activation="gelu", batch_first=True, norm_first=True, dtype=torch.float64
    ).eval()
    for parameter in layer.parameters():
        parameter.data = torch.from_numpy(normal(*parameter.shape))
    layer.self_attn.in_proj_bias.data.zero_()
    layer.self_attn.out_proj.bias.data.zero_()
    wq, wk, wv = layer.self_attn.in_proj_weight.detach().numpy().reshape(3, width, width)
    params = {
        "ln1_g": layer.norm1.weight,
        "ln1_b": layer.norm1.bias,
        "ln2_g": layer.norm2.weight,
        "ln2_b": layer.norm2.bias,
        "w1": layer.linear1.weight.T,
        "b1": layer.linear1.bias,
        "w2": layer.linear2.weight.T,
        "b2": layer.linear2.bias,
        "wo": layer.self_attn.out_proj.weight.T,
    }
    arrays = {name: value.detach().numpy() for name, value in params.items()}
    arrays.update(wq=wq.T, wk=wk.T, wv=wv.T)
    x = normal(2, 4, width)
    with torch.no_grad():
        wanted = layer(torch.from_numpy(x)).numpy()
    twin = nnref.torch.block(torch.from_numpy(x), {n: torch.from_numpy(v.copy()) for n, v in arrays.items()}, 2)
    np.testing.assert_allclose(nnref.numpy.block(x, arrays, 2), wanted, rtol=1e-9, atol=1e-10)
    np.testing.assert_allclose(twin.numpy(), wanted, rtol=1e-9, atol=1e-10)


def test_a_merged_low_rank_update_gives_the_same_output() -> None:
    x, w, a, b = normal(3, 5), normal(5, 4), normal(5, 2), normal(2, 4)
    merged = nnref.numpy.lora_merge(w, a, b, 8.0)
    np.testing.assert_allclose(merged, w + 4.0 * (a @ b), rtol=1e-12)
    agree("lora_forward", [x, w, a, b, 8.0], torch.from_numpy(x @ merged))
    agree("lora_merge", [w, a, b, 8.0], torch.from_numpy(merged))


def test_embeddings_agree_with_torch() -> None:
    idx, w, dout = np.array([[0, 2, 2], [4, 0, 2]]), normal(6, 3), normal(2, 3, 3)
    table = torch.from_numpy(w).requires_grad_()
    out = functional.embedding(torch.from_numpy(idx), table)
    out.backward(torch.from_numpy(dout))
    agree("embedding", [idx, w], out.detach())
    agree("embedding_backward", [dout, idx, 6], table.grad)
