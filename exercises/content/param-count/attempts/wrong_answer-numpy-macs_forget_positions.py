"""You count each filter's multiplications once: a convolution applies it at every position of its output."""

import math

import numpy as np


def count_params(layers):
    total = 0
    for layer in layers:
        kind = layer["type"]
        if kind == "dense":
            total += layer["in"] * layer["out"] + layer["out"] * layer["bias"]
        elif kind == "conv":
            per_filter = layer["in"] // layer["groups"] * math.prod(layer["kernel"])
            total += layer["out"] * (per_filter + layer["bias"])
        elif kind == "batchnorm":
            total += 2 * layer["features"]
        elif kind == "lstm":
            total += 4 * layer["hidden"] * (layer["in"] + layer["hidden"] + 2)
        elif kind == "embedding":
            total += layer["rows"] * layer["dim"]
    return total


def count_macs(layers, input_shape):
    total = 0
    for layer in layers:
        if layer["type"] == "dense":
            total += layer["in"] * layer["out"]
        else:
            total += layer["out"] * (layer["in"] // layer["groups"]) * math.prod(layer["kernel"])
    return total
