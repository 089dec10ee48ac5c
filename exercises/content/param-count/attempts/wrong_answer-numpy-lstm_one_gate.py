"""You count one gate of the LSTM: input, forget, cell and output gate have weights and biases each, so there are four times as many."""

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
            total += layer["hidden"] * (layer["in"] + layer["hidden"] + 2)
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
