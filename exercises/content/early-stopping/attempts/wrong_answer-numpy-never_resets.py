"""You count all bad epochs since the beginning: an improvement resets the counter."""

import math

import numpy as np


def early_stop(losses, patience, min_delta):
    best, best_epoch, bad = math.inf, None, 0
    for epoch, loss in enumerate(losses):
        if loss < best - min_delta:
            best, best_epoch = loss, epoch
        else:
            bad += 1
            if bad >= patience:
                return epoch, best_epoch
    return None, best_epoch
