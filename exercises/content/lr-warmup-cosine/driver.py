"""Asks for the whole schedule: values near the floor are then judged against the size of the peak."""

import numpy as np


def drive(solution, steps, warmup, total, peak, floor=None):
    last = () if floor is None else (floor,)
    return np.array([float(solution.lr_at(step, warmup, total, peak, *last)) for step in range(steps)])
