"""A batch of matrix products with a query axis of length one."""

import numpy as np


def decode_step(x_t, cache, params):
    projected = {name: np.expand_dims(x_t @ params[name], 1) for name in ("wq", "wk", "wv")}
    empty = np.zeros((len(x_t), 0, params["wk"].shape[1]), dtype=x_t.dtype)
    old_keys, old_values = (empty, empty) if cache is None else cache
    keys, values = np.hstack([old_keys, projected["wk"]]), np.hstack([old_values, projected["wv"]])
    scores = projected["wq"] @ keys.transpose(0, 2, 1) * keys.shape[-1] ** -0.5
    weights = np.exp(scores - np.max(scores, axis=-1, keepdims=True))
    out = weights @ values / weights.sum(axis=-1)[..., None]
    return (out @ params["wo"])[:, 0], [keys, values]
