"""You compare with the epoch before: an improvement is measured against the best loss so far."""

import math

import numpy as np


def early_stop(losses, patience, min_delta):
    previous, best_epoch, bad = math.inf, None, 0
    for epoch, loss in enumerate(losses):
        if loss < previous - min_delta:
            best_epoch, bad = epoch, 0
        else:
            bad += 1
            if bad >= patience:
                return epoch, best_epoch
        previous = loss
    return None, best_epoch
