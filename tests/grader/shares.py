"""Submissions to the exercise `shares` of `fixtures/` that several tests begin with."""

RIGHT = """
import numpy as np

def shares(x, axis=-1):
    total = x.sum(axis, keepdims=True)
    if (total == 0).any():
        raise ValueError("nothing to share")
    return x / total
"""
