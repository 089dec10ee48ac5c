"""You ignore the state: without `h @ wh` the step is a dense layer and remembers nothing."""

import torch


def rnn_step(x, h, wx, wh, b):
    return torch.tanh(x @ wx + b)


def dense(x, w, b):
    return torch.tanh(x @ w + b)
