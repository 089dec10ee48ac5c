"""The formula as it stands."""

import torch


def residual_block(x, w1, b1, w2, b2, wproj=None):
    hidden = torch.relu(x @ w1 + b1)
    branch = hidden @ w2 + b2
    shortcut = x if wproj is None else x @ wproj
    return torch.relu(branch + shortcut)
