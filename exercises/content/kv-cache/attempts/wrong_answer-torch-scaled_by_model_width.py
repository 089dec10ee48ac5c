"""You divide by the root of D, the width of `x_t`: the scale is the root of the width d of queries and keys."""

import torch


def decode_step(x_t, cache, params):
    wq, wk, wv, wo = (params[n] for n in ("wq", "wk", "wv", "wo"))
    q, k, v = x_t @ wq, x_t @ wk, x_t @ wv
    if cache is None:
        K, V = k.unsqueeze(1), v.unsqueeze(1)
    else:
        K = torch.cat((cache[0], k.unsqueeze(1)), dim=1)
        V = torch.cat((cache[1], v.unsqueeze(1)), dim=1)
    w = torch.softmax(torch.bmm(K, q.unsqueeze(-1)).squeeze(-1) / x_t.shape[1] ** 0.5, dim=-1)
    y = torch.bmm(w.unsqueeze(1), V).squeeze(1)
    return y @ wo, (K, V)
