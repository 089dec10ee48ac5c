"""You return probabilities: return the filtered logits, the softmax comes later."""

import torch


def filter_logits(logits, temperature=None, top_k=None, top_p=None):
    z = logits.clone() if temperature is None else logits / temperature
    if top_k is not None:
        kth = z.topk(min(top_k, z.shape[-1]), dim=-1).values[..., -1:]
        z = z.masked_fill(z < kth, float("-inf"))
    if top_p is not None:
        q = z.softmax(dim=-1)
        falling, order = q.sort(dim=-1, descending=True)
        before = falling.cumsum(dim=-1) - falling
        removed = torch.empty_like(q, dtype=torch.bool).scatter_(-1, order, before >= top_p)
        z = z.masked_fill(removed & (top_p < 1), float("-inf"))
    return z.softmax(dim=-1)
