"""Your best loss follows gains that are too small to count: many small steps then never add up to an improvement; keep the best loss of the last epoch that improved."""

import numpy as np


def early_stop(losses, patience, min_delta):
    best = float("inf")
    best_epoch = None
    wait = 0
    for epoch, loss in enumerate(losses):
        if loss < best - min_delta:
            best, best_epoch, wait = loss, epoch, 0
        else:
            best = min(best, loss)
            wait += 1
            if wait >= patience:
                return epoch, best_epoch
    return None, best_epoch
