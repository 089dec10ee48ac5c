"""One query at a time, over the keys that it may see."""

import math

import torch


def attention(q, k, v, mask=None):
    flat_q, flat_k, flat_v = (x.reshape(-1, *x.shape[-2:]) for x in (q, k, v))
    if mask is not None:
        mask = mask.expand(*q.shape[:-1], k.shape[-2]).reshape(-1, q.shape[-2], k.shape[-2])
    rows = []
    for n in range(len(flat_q)):
        for t in range(q.shape[-2]):
            scores = flat_k[n] @ flat_q[n, t] / math.sqrt(q.shape[-1])
            if mask is not None:
                scores = scores[mask[n, t]]
            weights = torch.exp(scores - scores.logsumexp(0))
            values = flat_v[n] if mask is None else flat_v[n][mask[n, t]]
            rows.append(weights @ values)
    return torch.stack(rows).reshape(*q.shape[:-1], v.shape[-1])
