"""Your log_p[:, y] takes the columns y of every row, an N by N matrix: index rows and columns together, log_p[range(N), y]."""

import torch


def cross_entropy(logits, y):
    shifted = logits - logits.amax(1, keepdim=True)
    log_p = shifted - shifted.exp().sum(1, keepdim=True).log()
    return -log_p[:, y].mean()
