"""One position at a time, over its prefix only."""

import torch


def causal_attention(q, k, v):
    rows = []
    for t in range(q.shape[-2]):
        scores = torch.einsum("...d,...sd->...s", q[..., t, :], k[..., : t + 1, :]) * q.shape[-1] ** -0.5
        weights = torch.exp(scores - torch.logsumexp(scores, dim=-1, keepdim=True))
        rows.append(torch.einsum("...s,...sv->...v", weights, v[..., : t + 1, :]))
    return torch.stack(rows, dim=-2)
