"""You add the bias twice: `torch.nn.RNN` has two biases, this layer has one."""

import torch


def rnn_step(x, h, wx, wh, b):
    return torch.tanh(x @ wx + b + h @ wh + b)


def dense(x, w, b):
    return torch.tanh(x @ w + b)
