"""You ignore the state: without `h @ wh` the step is a dense layer and remembers nothing."""

import numpy as np


def rnn_step(x, h, wx, wh, b):
    return np.tanh(x @ wx + b)


def dense(x, w, b):
    return np.tanh(x @ w + b)
