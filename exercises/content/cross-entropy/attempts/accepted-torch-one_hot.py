"""A one-hot matrix picks the right entries."""

import torch


def cross_entropy(logits, y):
    right = torch.nn.functional.one_hot(y, logits.shape[1]).to(logits.dtype)
    shifted = logits - logits.detach().amax(1, keepdim=True)
    log_p = shifted - shifted.exp().sum(1, keepdim=True).log()
    return -(right * log_p).sum() / len(y)
