"""`torch.nn.functional.embedding` does the work that the exercise asks for."""

import torch
import torch.nn.functional as F


def embedding(idx, w):
    return F.embedding(idx, w)


def embedding_backward(dout, idx, V):
    return torch.zeros(V, dout.shape[-1], dtype=dout.dtype).index_add(0, idx.reshape(-1), dout.flatten(0, -2))
