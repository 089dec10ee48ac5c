"""Counting the parameters and the multiplications of a network from its description."""

import math
from collections.abc import Sequence
from typing import Any

Layer = dict[str, Any]


def count_params(layers: Sequence[Layer]) -> int:
    r"""Return the number of trainable parameters of a list of layers.

    Formula: dense $D M + M$; conv $F \frac{C}{g} k_h k_w + F$; batchnorm $2 D$; lstm $4 (D H + H^2 + 2 H)$;
    embedding $V D$. The biases $M$ and $F$ are absent where `bias` is False.

    Shapes: layers a list of dicts with `type` dense (in, out, bias), conv (in, out, kernel, groups, bias), batchnorm
        (features), lstm (in, hidden) or embedding (rows, dim); returns an integer.
    Raises: ValueError for an unknown type.
    Note: running statistics are no parameters; the LSTM has two bias vectors, as in PyTorch and cuDNN.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, sections 9.2 and 10.10.1.
    """
    return sum(params_of(layer) for layer in layers)


def params_of(layer: Layer) -> int:
    """Return the number of trainable parameters of one layer; ValueError for an unknown type."""
    match layer["type"]:
        case "dense":
            return layer["in"] * layer["out"] + layer["out"] * layer["bias"]
        case "conv":
            weights = layer["out"] * (layer["in"] // layer["groups"]) * math.prod(layer["kernel"])
            return weights + layer["out"] * layer["bias"]
        case "batchnorm":
            return 2 * layer["features"]
        case "lstm":
            return 4 * layer["hidden"] * (layer["in"] + layer["hidden"] + 2)
        case "embedding":
            return layer["rows"] * layer["dim"]
    raise ValueError(f"unknown layer type {layer['type']!r}")


def count_macs(layers: Sequence[Layer], input_shape: Sequence[int]) -> int:
    r"""Return the multiply-accumulate operations of dense and convolutional layers for one example.

    Formula: dense $D M$; conv $F\, o_h o_w \frac{C}{g} k_h k_w$ with $o = \lfloor (i + 2p - k) / s \rfloor + 1$.

    Shapes: layers as in `count_params`, conv also with stride and padding; input_shape (D,) or (C, H, W); returns an
        integer.
    Raises: ValueError for another type of layer.
    Note: biases cost no multiplication; a dense layer flattens what comes before it.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, section 9.2.
    """
    total, shape = 0, tuple(input_shape)
    for layer in layers:
        if layer["type"] == "dense":
            total += layer["in"] * layer["out"]
            shape = (layer["out"],)
        elif layer["type"] == "conv":
            stride, padding = layer["stride"], layer["padding"]
            out = [(i + 2 * padding - k) // stride + 1 for i, k in zip(shape[1:], layer["kernel"], strict=True)]
            shape = (layer["out"], *out)
            total += math.prod(shape) * (layer["in"] // layer["groups"]) * math.prod(layer["kernel"])
        else:
            raise ValueError(f"unknown layer type {layer['type']!r}")
    return total
