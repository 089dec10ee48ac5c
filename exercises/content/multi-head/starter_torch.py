import torch


def mha(x, wq, wk, wv, wo, n_heads, mask=None):
    """Return multi-head self-attention, shape (N, T, D).

    x: shape (N, T, D)
    wq, wk, wv, wo: shape (D, D)
    n_heads: number of heads, divides D
    mask: boolean, shape (T, T) or (N, T, T), True = may attend; None = everything may
    """
    raise NotImplementedError("mha: return an array of shape (N, T, D)")
