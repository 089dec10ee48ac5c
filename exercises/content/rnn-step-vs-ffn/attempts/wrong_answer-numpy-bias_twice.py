"""You add the bias twice: `torch.nn.RNN` has two biases, this layer has one."""

import numpy as np


def rnn_step(x, h, wx, wh, b):
    return np.tanh(x @ wx + b + h @ wh + b)


def dense(x, w, b):
    return np.tanh(x @ w + b)
