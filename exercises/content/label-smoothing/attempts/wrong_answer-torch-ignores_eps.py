"""You compute the plain cross-entropy: mix the labels with the uniform distribution."""

import torch


def label_smoothing_ce(logits, y, eps=0.1):
    return -torch.log_softmax(logits, 1).gather(1, y[:, None]).mean()
