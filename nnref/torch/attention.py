"""Attention: scaled dot products, masks, heads, positions, and the blocks made of them."""

from __future__ import annotations

import math
from collections.abc import Mapping

import torch
from torch import Tensor

from nnref.torch.activations import gelu
from nnref.torch.normalization import layernorm

Cache = tuple[Tensor, Tensor]


def attention(q: Tensor, k: Tensor, v: Tensor, mask: Tensor | None = None) -> Tensor:
    r"""Return scaled dot-product attention.

    Formula: $\mathrm{softmax}(q k^T / \sqrt{d})\, v$, the softmax over the keys; where the mask is False the score is
    $-\infty$.

    Shapes: q (..., T, d); k (..., S, d); v (..., S, dv); mask boolean (T, S) or (..., T, S); returns (..., T, dv).
    Raises: RuntimeError where the shapes do not fit.
    Note: True in the mask means "may attend". A row that may attend to nothing gives zeros.
    Source: Vaswani et al. 2017, Attention Is All You Need, NeurIPS, section 3.2.1.
    """
    scores = torch.einsum("...td,...sd->...ts", q * q.shape[-1] ** -0.5, k)  # (..., T, S)
    if mask is not None:
        blind = ~mask.any(dim=-1, keepdim=True)
        scores = scores.masked_fill(~(mask | blind), -torch.inf)
        return torch.einsum("...ts,...sv->...tv", torch.softmax(scores, dim=-1).masked_fill(blind, 0.0), v)
    return torch.einsum("...ts,...sv->...tv", torch.softmax(scores, dim=-1), v)


def causal_attention(q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    r"""Return attention in which every position sees itself and the positions before it.

    Formula: `attention` with the mask $[s \le t]$.

    Shapes: q and k (..., T, d); v (..., T, dv); returns (..., T, dv).
    Raises: RuntimeError where the shapes do not fit.
    Note: the first position sees only itself, so its output is the first row of v.
    Source: Vaswani et al. 2017, Attention Is All You Need, NeurIPS, section 3.2.3.
    """
    position = torch.arange(q.shape[-2], device=q.device)
    return attention(q, k, v, position[None, :] <= position[:, None])


def mha(x: Tensor, wq: Tensor, wk: Tensor, wv: Tensor, wo: Tensor, n_heads: int, mask: Tensor | None = None) -> Tensor:
    r"""Return multi-head self-attention without biases.

    Formula: $\mathrm{concat}(head_1, \dots, head_h)\, w_o$ with $head_i$ the attention of the i-th block of d columns
    of $x w_q$, $x w_k$ and $x w_v$, $d = D/h$.

    Shapes: x (N, T, D); wq, wk, wv, wo (D, D); mask boolean (T, T) or (N, T, T); returns (N, T, D).
    Raises: ValueError unless n_heads divides D.
    Note: the scores are scaled by the root of a head's width d, not of D.
    Source: Vaswani et al. 2017, Attention Is All You Need, NeurIPS, section 3.2.2.
    """
    if x.shape[-1] % n_heads:
        raise ValueError(f"{n_heads} heads do not divide a width of {x.shape[-1]}")
    columns = [torch.chunk(w, n_heads, dim=1) for w in (wq, wk, wv)]
    heads = [attention(x @ q, x @ k, x @ v, mask) for q, k, v in zip(*columns, strict=True)]  # (N, T, d) each
    return torch.cat(heads, dim=-1) @ wo


def sinusoidal(T: int, d: int) -> Tensor:
    r"""Return sinusoidal position encodings.

    Formula: $P_{t,2i} = \sin(t / 10000^{2i/d})$, $P_{t,2i+1} = \cos(t / 10000^{2i/d})$ for $t = 0, \dots, T-1$.

    Shapes: returns (T, d), float64.
    Raises: nothing of its own.
    Note: sine and cosine alternate; for an odd d the last column is a sine.
    Source: Vaswani et al. 2017, Attention Is All You Need, NeurIPS, section 3.5.
    """
    out = torch.zeros(T, d, dtype=torch.float64)
    position = torch.arange(T, dtype=torch.float64)
    for column in range(d):
        angle = position * math.exp(-(column - column % 2) / d * math.log(10000.0))
        out[:, column] = torch.cos(angle) if column % 2 else torch.sin(angle)
    return out


def rope(x: Tensor, base: float = 10000.0, offset: int = 0, interleaved: bool = False) -> Tensor:
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
    position = torch.arange(offset, offset + steps, dtype=torch.float64, device=x.device)
    pair = torch.arange(width // 2, dtype=torch.float64, device=x.device)
    angles = torch.outer(position, torch.exp(pair * (-2 * math.log(base) / width)))  # (T, d / 2)
    repeat = angles.repeat_interleave(2, dim=1) if interleaved else angles.repeat(1, 2)  # (T, d)
    if interleaved:
        partner = torch.stack([-x[..., 1::2], x[..., 0::2]], dim=-1).flatten(start_dim=-2)
    else:
        partner = torch.cat([-x[..., width // 2 :], x[..., : width // 2]], dim=-1)
    return x * repeat.cos().to(x.dtype) + partner * repeat.sin().to(x.dtype)


def decode_step(x_t: Tensor, cache: Cache | None, params: Mapping[str, Tensor]) -> tuple[Tensor, Cache]:
    r"""Return the output of causal single-head attention for one new position, and the grown cache.

    Formula: append $x_t w_k$ and $x_t w_v$ to the cached keys and values;
    $y = \mathrm{attention}(x_t w_q, K, V)\, w_o$.

    Shapes: x_t (N, D); cache None or (keys (N, t, d), values (N, t, d)); params wq, wk, wv (D, d), wo (d, D); returns
    (N, D) and the cache of t + 1 positions.
    Raises: RuntimeError where the shapes do not fit.
    Note: the old cache stays as it is; no mask is needed, since the cache holds only the past.
    Source: Pope et al. 2023, Efficiently Scaling Transformer Inference, MLSys, section 2.
    """
    keys, values = (x_t @ params["wk"]).unsqueeze(1), (x_t @ params["wv"]).unsqueeze(1)  # (N, 1, d) each
    if cache is not None:
        keys, values = torch.cat([cache[0], keys], dim=1), torch.cat([cache[1], values], dim=1)
    query = (x_t @ params["wq"]).unsqueeze(1)
    return attention(query, keys, values).squeeze(1) @ params["wo"], (keys, values)


def block(x: Tensor, params: Mapping[str, Tensor], n_heads: int) -> Tensor:
    r"""Return the output of a pre-norm transformer block.

    Formula: $h = x + \mathrm{MHA}(\mathrm{LN}_1(x))$, $y = h + \mathrm{GELU}(\mathrm{LN}_2(h) w_1 + b_1)\, w_2 + b_2$.

    Shapes: x (N, T, D); params ln1_g, ln1_b, ln2_g, ln2_b (D,), wq, wk, wv, wo (D, D), w1 (D, F), b1 (F,), w2 (F, D),
    b2 (D,); returns (N, T, D).
    Raises: ValueError unless n_heads divides D.
    Note: exact GELU, eps 1e-5, no mask. The residual path carries x itself, not its normalised form.
    Source: Xiong et al. 2020, On Layer Normalization in the Transformer Architecture, ICML, section 3.
    """
    wq, wk, wv, wo = (params[name] for name in ("wq", "wk", "wv", "wo"))
    attended = mha(layernorm(x, params["ln1_g"], params["ln1_b"]), wq, wk, wv, wo, n_heads)
    middle = torch.add(x, attended)
    hidden = gelu(torch.matmul(layernorm(middle, params["ln2_g"], params["ln2_b"]), params["w1"]) + params["b1"])
    return middle + (torch.matmul(hidden, params["w2"]) + params["b2"])


def lora_forward(x: Tensor, w: Tensor, A: Tensor, B: Tensor, alpha: float) -> Tensor:
    r"""Return the output of a frozen linear layer with a low-rank update.

    Formula: $x w + \tfrac{\alpha}{r}\, x A B$.

    Shapes: x (..., D); w (D, M); A (D, r); B (r, M); returns (..., M).
    Raises: RuntimeError where the shapes do not fit.
    Note: x A comes first: two thin products instead of the full D x M update.
    Source: Hu et al. 2021, LoRA, arXiv:2106.09685, section 4.1.
    """
    return torch.add(x @ w, (x @ A) @ B, alpha=alpha / B.shape[0])


def lora_merge(w: Tensor, A: Tensor, B: Tensor, alpha: float) -> Tensor:
    r"""Return the single weight that equals a linear layer with its low-rank update.

    Formula: $w + \tfrac{\alpha}{r} A B$.

    Shapes: w (D, M); A (D, r); B (r, M); returns (D, M).
    Raises: RuntimeError where the shapes do not fit.
    Note: after merging, inference costs nothing extra.
    Source: Hu et al. 2021, LoRA, arXiv:2106.09685, section 4.1.
    """
    return torch.addmm(w, A, B, alpha=alpha / B.shape[0])
