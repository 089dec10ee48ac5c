import numpy as np


def causal_attention(q, k, v):
    """Return attention in which position t sees the positions 0 to t only, shape (..., T, dv).

    q, k: shape (..., T, d); v: shape (..., T, dv)
    """
    raise NotImplementedError("causal_attention: return an array of shape (..., T, dv)")
