"""PyTorch's own log-sigmoid."""

import torch.nn.functional as F


def log_sigmoid(x):
    return F.logsigmoid(x)
