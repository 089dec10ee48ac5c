import numpy as np


def attention(q, k, v, mask=None):
    """Return scaled dot-product attention, shape (..., T, dv).

    q: queries, shape (..., T, d)
    k: keys, shape (..., S, d)
    v: values, shape (..., S, dv)
    mask: boolean, shape (T, S) or (..., T, S), True = may attend; None = everything may
    """
    raise NotImplementedError("attention: return an array of shape (..., T, dv)")
