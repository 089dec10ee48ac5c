"""One branch for each kind of layer."""

import math

import numpy as np


def count_params(layers):
    total = 0
    for layer in layers:
        kind = layer["type"]
        if kind == "dense":
            total += layer["in"] * layer["out"] + (layer["out"] if layer["bias"] else 0)
        elif kind == "conv":
            per_filter = layer["in"] // layer["groups"] * math.prod(layer["kernel"])
            total += layer["out"] * (per_filter + (1 if layer["bias"] else 0))
        elif kind == "batchnorm":
            total += 2 * layer["features"]
        elif kind == "lstm":
            h = layer["hidden"]
            total += 4 * (layer["in"] * h + h * h + 2 * h)
        elif kind == "embedding":
            total += layer["rows"] * layer["dim"]
    return total


def count_macs(layers, input_shape):
    shape, total = input_shape, 0
    for layer in layers:
        if layer["type"] == "dense":
            total += layer["in"] * layer["out"]
            shape = (layer["out"],)
        else:
            (kh, kw), s, p = layer["kernel"], layer["stride"], layer["padding"]
            oh, ow = (shape[1] + 2 * p - kh) // s + 1, (shape[2] + 2 * p - kw) // s + 1
            total += layer["out"] * oh * ow * (layer["in"] // layer["groups"]) * kh * kw
            shape = (layer["out"], oh, ow)
    return total
