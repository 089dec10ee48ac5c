import numpy as np


def decode_step(x_t, cache, params):
    """Return (y, cache): the output for one new position, and the cache with that position added.

    x_t: the new position, shape (N, D)
    cache: None at the start, else (keys, values), both of shape (N, t, d)
    params: dict with wq, wk, wv, shape (D, d), and wo, shape (d, D)
    """
    raise NotImplementedError("decode_step: return (y, (keys, values))")
