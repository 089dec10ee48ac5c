"""You subtract 1 in the columns of *all* labels: pair each row with its own label, `p[np.arange(N), y]`."""

import torch


def cross_entropy_backward(logits, y):
    n = logits.shape[0]
    e = torch.exp(logits - logits.amax(dim=1, keepdim=True))
    p = e / e.sum(dim=1, keepdim=True)
    p[:, y] -= 1
    return p / n
