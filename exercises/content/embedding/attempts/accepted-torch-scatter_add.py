"""Indexing forwards, scattered addition backwards."""

import torch


def embedding(idx, w):
    return w[idx]


def embedding_backward(dout, idx, V):
    dw = dout.new_zeros((V, dout.shape[-1]))
    dw.index_put_((idx,), dout, accumulate=True)
    return dw
