"""Log-sum-exp minus the weighted mean of the logits, row by row."""

import torch


def label_smoothing_ce(logits, y, eps=0.1):
    losses = []
    for row, label in zip(logits, y):
        gaps = row - row.max()
        losses.append(gaps.exp().sum().log() - (1 - eps) * gaps[label] - eps * gaps.mean())
    return torch.stack(losses).mean()
