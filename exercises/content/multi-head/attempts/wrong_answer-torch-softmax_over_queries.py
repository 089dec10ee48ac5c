"""You normalise over the queries: each query's weights over the keys, the last axis, have to sum to 1."""

import torch
import torch.nn.functional as F
from math import sqrt


def mha(x, wq, wk, wv, wo, n_heads, mask=None):
    B, T, C = x.size()
    hs = C // n_heads
    q = (x @ wq).view(B, T, n_heads, hs).transpose(1, 2)
    k = (x @ wk).view(B, T, n_heads, hs).transpose(1, 2)
    v = (x @ wv).view(B, T, n_heads, hs).transpose(1, 2)
    att = (q @ k.transpose(-2, -1)) * (1.0 / sqrt(k.size(-1)))
    if mask is not None:
        m = mask if mask.dim() == 2 else mask.unsqueeze(1)
        att = att.masked_fill(~m, -1e9)
    att = F.softmax(att, dim=-2)
    y = att @ v
    y = y.transpose(1, 2).contiguous().view(B, T, C)
    return y @ wo
