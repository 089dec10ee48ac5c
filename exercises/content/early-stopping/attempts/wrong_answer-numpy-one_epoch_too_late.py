"""You wait one epoch too long: stop at the end of the epoch that completes `patience` bad epochs in a row."""

import math

import numpy as np


def early_stop(losses, patience, min_delta):
    best, best_epoch, bad = math.inf, None, 0
    for epoch, loss in enumerate(losses):
        if loss < best - min_delta:
            best, best_epoch, bad = loss, epoch, 0
        else:
            bad += 1
            if bad > patience:
                return epoch, best_epoch
    return None, best_epoch
