"""One stable log-sigmoid for all terms."""

import torch
from torch.nn.functional import logsigmoid


def d_loss(real, fake):
    return -logsigmoid(real).mean() - logsigmoid(-fake).mean()


def g_loss(fake, kind="nonsaturating"):
    return -logsigmoid(fake).mean() if kind == "nonsaturating" else logsigmoid(-fake).mean()
