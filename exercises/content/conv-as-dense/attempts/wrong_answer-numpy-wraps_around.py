"""Your matrix wraps around: without padding only positions where the whole kernel fits give a row."""

import numpy as np


def conv1d_matrix(k, n, stride=1):
    first = np.zeros(n, dtype=k.dtype)
    first[: len(k)] = k
    rows = [np.roll(first, start) for start in range(0, n, stride)]
    return np.stack(rows)
