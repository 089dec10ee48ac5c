"""A batch of matrix products with a query axis of length one."""

import torch


def decode_step(x_t, cache, params):
    query, key, value = ((x_t @ params[name]).unsqueeze(1) for name in ("wq", "wk", "wv"))
    keys = key if cache is None else torch.hstack([cache[0], key])
    values = value if cache is None else torch.hstack([cache[1], value])
    weights = torch.softmax(query @ keys.mT * keys.shape[-1] ** -0.5, dim=-1)
    return (weights @ values @ params["wo"]).squeeze(1), [keys, values]
