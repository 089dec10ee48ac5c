"""Compares the epoch with that of the last improvement."""

import numpy as np


def early_stop(losses, patience, min_delta):
    best_epoch, best = None, float("inf")
    for epoch in range(len(losses)):
        if not np.isnan(losses[epoch]) and losses[epoch] < best - min_delta:
            best_epoch, best = epoch, losses[epoch]
        since = epoch - (-1 if best_epoch is None else best_epoch)
        if since == patience:
            return epoch, best_epoch
    return None, best_epoch
