"""You average over all N*C entries: the mean is over the N examples, the classes are summed."""

import torch


def cross_entropy(logits, y):
    shifted = logits - logits.amax(1, keepdim=True)
    log_p = shifted - shifted.exp().sum(1, keepdim=True).log()
    right = torch.nn.functional.one_hot(y, logits.shape[1])
    return -torch.where(right == 1, log_p, 0).mean()
