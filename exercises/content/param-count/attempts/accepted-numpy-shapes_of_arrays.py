"""Lists the shapes of all parameter arrays and sums their sizes."""

import numpy as np


def shapes(layer):
    kind = layer["type"]
    if kind == "dense":
        return [(layer["in"], layer["out"])] + [(layer["out"],)] * layer["bias"]
    if kind == "conv":
        return [(layer["out"], layer["in"] // layer["groups"], *layer["kernel"])] + [(layer["out"],)] * layer["bias"]
    if kind == "batchnorm":
        return [(layer["features"],), (layer["features"],)]
    if kind == "lstm":
        gates = 4 * layer["hidden"]
        return [(layer["in"], gates), (layer["hidden"], gates), (gates,), (gates,)]
    return [(layer["rows"], layer["dim"])]


def count_params(layers):
    return sum(int(np.prod(shape)) for layer in layers for shape in shapes(layer))


def count_macs(layers, input_shape):
    size, total = input_shape[1:], 0
    for layer in layers:
        positions = 1
        if layer["type"] == "conv":
            padded = np.array(size) + 2 * layer["padding"] - np.array(layer["kernel"])
            size = padded // layer["stride"] + 1
            positions = int(np.prod(size))
        total += positions * int(np.prod(shapes(layer)[0]))
    return total
