"""One row at a time, token by token."""

import numpy as np


def one_row(z, top_k, top_p):
    ranked = sorted(range(len(z)), key=lambda i: -z[i])
    if top_k is not None and top_k < len(z):
        border = z[ranked[top_k - 1]]
        ranked = [i for i in ranked if z[i] >= border]
    if top_p is not None and top_p < 1:
        weights = np.exp(z[ranked] - z[ranked[0]])
        kept, total = [], 0.0
        for i, q in zip(ranked, weights / weights.sum()):
            if total >= top_p:
                break
            kept.append(i)
            total += q
        ranked = kept
    out = np.full_like(z, -np.inf)
    out[ranked] = z[ranked]
    return out


def filter_logits(logits, temperature=None, top_k=None, top_p=None):
    z = logits / (temperature or 1)
    rows = [one_row(row, top_k, top_p) for row in z.reshape(-1, z.shape[-1])]
    return np.stack(rows).reshape(z.shape)
