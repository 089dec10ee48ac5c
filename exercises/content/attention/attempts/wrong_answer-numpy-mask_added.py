"""You add the boolean mask to the scores: True adds 1 and False adds 0, which blocks nothing; add 0 where the pair may attend and minus infinity where not."""

import numpy as np


def attention(q, k, v, mask=None):
    d = q.shape[-1]
    scores = np.einsum("...td,...sd->...ts", q, k) / np.sqrt(d)
    if mask is not None:
        scores = scores + mask
    scores = scores - scores.max(axis=-1, keepdims=True)
    e = np.exp(scores)
    attn = e / e.sum(axis=-1, keepdims=True)
    return attn @ v
