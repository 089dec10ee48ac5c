"""You let every position see one step of the future: position t may attend to s <= t only."""

import torch


def causal_attention(q, k, v):
    T = q.shape[-2]
    scores = q @ k.swapaxes(-1, -2) / q.shape[-1] ** 0.5
    allowed = torch.tril(torch.ones((T, T), dtype=torch.bool), diagonal=1)
    scores = scores.masked_fill(~allowed, -torch.inf)
    e = torch.exp(scores - scores.amax(dim=-1, keepdim=True))
    return e / e.sum(dim=-1, keepdim=True) @ v
