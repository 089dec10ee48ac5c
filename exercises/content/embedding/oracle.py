"""PyTorch's own embedding, and autograd through it."""

import torch
import torch.nn.functional as F


def embedding(idx, w):
    return F.embedding(idx, w)


def embedding_backward(dout, idx, V):
    w = torch.zeros(V, dout.shape[-1], dtype=dout.dtype, requires_grad=True)
    return torch.autograd.grad(F.embedding(idx, w), w, dout)[0]
