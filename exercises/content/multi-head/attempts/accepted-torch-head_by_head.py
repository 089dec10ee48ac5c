"""One head at a time, from its own columns of the weights."""

import torch


def mha(x, wq, wk, wv, wo, n_heads, mask=None):
    d = x.shape[-1] // n_heads
    heads = []
    for q_w, k_w, v_w in zip(wq.split(d, 1), wk.split(d, 1), wv.split(d, 1)):
        scores = torch.einsum("ntd,nsd->nts", x @ q_w, x @ k_w) * d**-0.5
        if mask is not None:
            scores = torch.where(mask, scores, -torch.inf)
        heads.append(torch.softmax(scores, dim=-1) @ (x @ v_w))
    return torch.cat(heads, dim=-1) @ wo
