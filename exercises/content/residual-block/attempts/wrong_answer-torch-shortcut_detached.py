"""You detach the shortcut from the graph: the values are right, but the identity path carries no gradient, which is the very point of it."""

import torch


def residual_block(x, w1, b1, w2, b2, wproj=None):
    branch = torch.relu(x @ w1 + b1) @ w2 + b2
    shortcut = x.detach() if wproj is None else x.detach() @ wproj
    return torch.relu(branch + shortcut)
