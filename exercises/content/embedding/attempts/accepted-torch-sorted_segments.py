"""Sorts the tokens and adds up each run of equal ones."""

import torch


def embedding(idx, w):
    return torch.index_select(w, 0, idx.flatten()).unflatten(0, idx.shape)


def embedding_backward(dout, idx, V):
    dw = torch.zeros(V, dout.shape[-1], dtype=dout.dtype)
    return dw.index_add(0, idx.flatten(), dout.flatten(end_dim=-2))
