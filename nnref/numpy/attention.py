"""Attention: scaled dot products, masks, heads, positions, and the blocks made of them."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from nnref.numpy.activations import gelu, softmax
from nnref.numpy.arrays import Array
from nnref.numpy.normalization import layernorm

Cache = tuple[Array, Array]


def attention(q: Array, k: Array, v: Array, mask: Array | None = None) -> Array:
    r"""Return scaled dot-product attention.

    Formula: $\mathrm{softmax}(q k^T / \sqrt{d})\, v$, the softmax over the keys; where the mask is False the score is
    $-\infty$.

    Shapes: q (..., T, d); k (..., S, d); v (..., S, dv); mask boolean (T, S) or (..., T, S); returns (..., T, dv).
    Raises: ValueError where the shapes do not fit.
    Note: True in the mask means "may attend". A row that may attend to nothing gives zeros.
    Source: Vaswani et al. 2017, Attention Is All You Need, NeurIPS, section 3.2.1.
    """
    scores = q @ np.swapaxes(k, -1, -2) / math.sqrt(q.shape[-1])  # (..., T, S)
    if mask is None:
        return softmax(scores) @ v
    blind = ~mask.any(axis=-1, keepdims=True)  # a softmax of nothing but -inf would be nan
    weights = softmax(np.where(mask | blind, scores, -np.inf))  # (..., T, S)
    return np.where(blind, 0, weights) @ v  # (..., T, dv)


def causal_attention(q: Array, k: Array, v: Array) -> Array:
    r"""Return attention in which every position sees itself and the positions before it.

    Formula: `attention` with the mask $[s \le t]$.

    Shapes: q and k (..., T, d); v (..., T, dv); returns (..., T, dv).
    Raises: ValueError where the shapes do not fit.
    Note: the first position sees only itself, so its output is the first row of v.
    Source: Vaswani et al. 2017, Attention Is All You Need, NeurIPS, section 3.2.3.
    """
    steps = q.shape[-2]
    return attention(q, k, v, np.tril(np.ones((steps, steps), dtype=bool)))


def mha(x: Array, wq: Array, wk: Array, wv: Array, wo: Array, n_heads: int, mask: Array | None = None) -> Array:
    r"""Return multi-head self-attention without biases.

    Formula: $\mathrm{concat}(head_1, \dots, head_h)\, w_o$ with $head_i$ the attention of the i-th block of d columns
    of $x w_q$, $x w_k$ and $x w_v$, $d = D/h$.

    Shapes: x (N, T, D); wq, wk, wv, wo (D, D); mask boolean (T, T) or (N, T, T); returns (N, T, D).
    Raises: ValueError unless n_heads divides D.
    Note: the scores are scaled by the root of a head's width d, not of D.
    Source: Vaswani et al. 2017, Attention Is All You Need, NeurIPS, section 3.2.2.
    """
    n, steps, width = x.shape
    if width % n_heads:
        raise ValueError(f"{n_heads} heads do not divide a width of {width}")
    shape = (n, steps, n_heads, width // n_heads)
    q, k, v = ((x @ w).reshape(shape).swapaxes(1, 2) for w in (wq, wk, wv))  # (N, H, T, d) each
    allowed = mask[:, None] if mask is not None and mask.ndim == 3 else mask
    heads = attention(q, k, v, allowed)  # (N, H, T, d)
    return heads.swapaxes(1, 2).reshape(n, steps, width) @ wo


def sinusoidal(T: int, d: int) -> Array:
    r"""Return sinusoidal position encodings.

    Formula: $P_{t,2i} = \sin(t / 10000^{2i/d})$, $P_{t,2i+1} = \cos(t / 10000^{2i/d})$ for $t = 0, \dots, T-1$.

    Shapes: returns (T, d), float64.
    Raises: nothing of its own.
    Note: sine and cosine alternate; for an odd d the last column is a sine.
    Source: Vaswani et al. 2017, Attention Is All You Need, NeurIPS, section 3.5.
    """
    angles = np.arange(T)[:, None] / 10000 ** (np.arange(0, d, 2) / d)  # (T, ceil(d / 2))
    pairs = np.stack([np.sin(angles), np.cos(angles)], axis=-1)  # (T, ceil(d / 2), 2)
    return pairs.reshape(T, -1)[:, :d]


def rope(x: Array, base: float = 10000.0, offset: int = 0, interleaved: bool = False) -> Array:
    r"""Return queries or keys with every pair of features turned by an angle that grows with the position.

    Formula: pair i at position t is turned by $\theta = (t + offset)\, base^{-2i/d}$:
    $(a, b) \mapsto (a \cos\theta - b \sin\theta,\; a \sin\theta + b \cos\theta)$.

    Shapes: x (..., T, d) with an even d; returns the same shape.
    Raises: ValueError for an odd d.
    Note: pairs are (i, i + d/2), or neighbours (2i, 2i + 1) where interleaved.
    Source: Su et al. 2021, RoFormer, arXiv:2104.09864, section 3.2.
    """
    steps, width = x.shape[-2:]
    if width % 2:
        raise ValueError(f"the width must be even, got {width}")
    speeds = base ** (-np.arange(0, width, 2) / width)  # (d / 2,)
    angles = (np.arange(steps) + offset)[:, None] * speeds  # (T, d / 2)
    cos, sin = np.cos(angles).astype(x.dtype), np.sin(angles).astype(x.dtype)
    if interleaved:
        a, b = x[..., ::2], x[..., 1::2]
        turned = np.stack([a * cos - b * sin, a * sin + b * cos], axis=-1)  # (..., T, d / 2, 2)
        return turned.reshape(x.shape)
    a, b = x[..., : width // 2], x[..., width // 2 :]
    return np.concatenate([a * cos - b * sin, a * sin + b * cos], axis=-1)


def decode_step(x_t: Array, cache: Cache | None, params: Mapping[str, Array]) -> tuple[Array, Cache]:
    r"""Return the output of causal single-head attention for one new position, and the grown cache.

    Formula: append $x_t w_k$ and $x_t w_v$ to the cached keys and values;
    $y = \mathrm{attention}(x_t w_q, K, V)\, w_o$.

    Shapes: x_t (N, D); cache None or (keys (N, t, d), values (N, t, d)); params wq, wk, wv (D, d), wo (d, D); returns
    (N, D) and the cache of t + 1 positions.
    Raises: ValueError where the shapes do not fit.
    Note: the old cache stays as it is; no mask is needed, since the cache holds only the past.
    Source: Pope et al. 2023, Efficiently Scaling Transformer Inference, MLSys, section 2.
    """
    query, key, value = (x_t[:, None] @ params[name] for name in ("wq", "wk", "wv"))  # (N, 1, d) each
    if cache is not None:
        key = np.concatenate([cache[0], key], axis=1)  # (N, t + 1, d)
        value = np.concatenate([cache[1], value], axis=1)
    return attention(query, key, value)[:, 0] @ params["wo"], (key, value)


def block(x: Array, params: Mapping[str, Array], n_heads: int) -> Array:
    r"""Return the output of a pre-norm transformer block.

    Formula: $h = x + \mathrm{MHA}(\mathrm{LN}_1(x))$, $y = h + \mathrm{GELU}(\mathrm{LN}_2(h) w_1 + b_1)\, w_2 + b_2$.

    Shapes: x (N, T, D); params ln1_g, ln1_b, ln2_g, ln2_b (D,), wq, wk, wv, wo (D, D), w1 (D, F), b1 (F,), w2 (F, D),
    b2 (D,); returns (N, T, D).
    Raises: ValueError unless n_heads divides D.
    Note: exact GELU, eps 1e-5, no mask. The residual path carries x itself, not its normalised form.
    Source: Xiong et al. 2020, On Layer Normalization in the Transformer Architecture, ICML, section 3.
    """
    p = params
    normal = layernorm(x, p["ln1_g"], p["ln1_b"])
    h = x + mha(normal, p["wq"], p["wk"], p["wv"], p["wo"], n_heads)
    hidden = gelu(layernorm(h, p["ln2_g"], p["ln2_b"]) @ p["w1"] + p["b1"])  # (N, T, F)
    out: Array = h + hidden @ p["w2"] + p["b2"]
    return out


def lora_forward(x: Array, w: Array, A: Array, B: Array, alpha: float) -> Array:
    r"""Return the output of a frozen linear layer with a low-rank update.

    Formula: $x w + \tfrac{\alpha}{r}\, x A B$.

    Shapes: x (..., D); w (D, M); A (D, r); B (r, M); returns (..., M).
    Raises: ValueError where the shapes do not fit.
    Note: x A comes first: two thin products instead of the full D x M update.
    Source: Hu et al. 2021, LoRA, arXiv:2106.09685, section 4.1.
    """
    out: Array = x @ w + alpha / A.shape[1] * (x @ A @ B)
    return out


def lora_merge(w: Array, A: Array, B: Array, alpha: float) -> Array:
    r"""Return the single weight that equals a linear layer with its low-rank update.

    Formula: $w + \tfrac{\alpha}{r} A B$.

    Shapes: w (D, M); A (D, r); B (r, M); returns (D, M).
    Raises: ValueError where the shapes do not fit.
    Note: after merging, inference costs nothing extra.
    Source: Hu et al. 2021, LoRA, arXiv:2106.09685, section 4.1.
    """
    merged: Array = w + alpha / A.shape[1] * (A @ B)
    return merged
