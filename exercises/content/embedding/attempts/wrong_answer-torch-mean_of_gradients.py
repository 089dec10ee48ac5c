"""You average the gradients of a repeated token: they are summed."""

import torch


def embedding(idx, w):
    return w[idx]


def embedding_backward(dout, idx, V):
    dw = dout.new_zeros((V, dout.shape[-1]))
    dw.index_put_((idx,), dout, accumulate=True)
    return dw / torch.bincount(idx.reshape(-1), minlength=V).clamp(min=1)[:, None]
