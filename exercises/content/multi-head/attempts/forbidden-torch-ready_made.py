"""`scaled_dot_product_attention` does the heart of the work that the exercise asks for."""

import torch
import torch.nn.functional as F


def mha(x, wq, wk, wv, wo, n_heads, mask=None):
    n, t, width = x.shape
    q, k, v = ((x @ w).reshape(n, t, n_heads, -1).transpose(1, 2) for w in (wq, wk, wv))
    allowed = mask[:, None] if mask is not None and mask.dim() == 3 else mask
    heads = F.scaled_dot_product_attention(q, k, v, attn_mask=allowed)
    return heads.transpose(1, 2).reshape(n, t, width) @ wo
