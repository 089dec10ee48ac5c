"""Stops at the first entry that is off."""

import itertools

import torch


def check_gradient(f, grad, x, tol=1e-5):
    a = grad(x)
    h = 2e-5
    for index in itertools.product(*(range(size) for size in x.shape)):
        step = torch.zeros_like(x)
        step[index] = h
        n = float(f(x + step) - f(x - step)) / (2 * h)
        if not abs(float(a[index]) - n) <= tol * max(1e-8, abs(float(a[index])) + abs(n)):
            return False
    return True
