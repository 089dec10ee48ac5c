"""You treat nan as an improvement (every comparison with nan is false): test for improvement, not for its opposite."""

import math

import numpy as np


def early_stop(losses, patience, min_delta):
    best, best_epoch, bad = math.inf, None, 0
    for epoch, loss in enumerate(losses):
        if loss >= best - min_delta:
            bad += 1
            if bad >= patience:
                return epoch, best_epoch
        else:
            best, best_epoch, bad = loss, epoch, 0
    return None, best_epoch
