"""You transpose `wh`: weights are (in, out) here, so the state enters as `h @ wh` (`torch.nn.RNN` stores the transpose)."""

import numpy as np


def rnn_step(x, h, wx, wh, b):
    return np.tanh(x @ wx + h @ wh.T + b)


def dense(x, w, b):
    return np.tanh(x @ w + b)
