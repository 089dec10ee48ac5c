"""Clamps at zero, which is the library's ReLU by another name."""

import torch


def relu(x):
    return x.clamp(min=0)
