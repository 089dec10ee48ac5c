"""Every number by itself, as the formula says."""

import math

import torch


def sinusoidal(T, d):
    rows = []
    for t in range(T):
        angles = [t / math.pow(10000, (column // 2) * 2 / d) for column in range(d)]
        rows.append([math.cos(a) if i % 2 else math.sin(a) for i, a in enumerate(angles)])
    return torch.tensor(rows, dtype=torch.float64)
