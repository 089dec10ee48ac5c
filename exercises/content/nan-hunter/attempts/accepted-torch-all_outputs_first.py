"""All outputs are kept; then the first that is not finite is found."""

import itertools

import torch


def first_bad(layers, x):
    outputs = itertools.accumulate(layers, lambda h, layer: layer(h), initial=x)
    for index, h in enumerate(outputs, start=-1):
        if not bool(torch.isfinite(h).all()):
            return index, "nan" if bool((h != h).any()) else "inf"
