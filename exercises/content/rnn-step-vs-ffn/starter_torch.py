import torch


def rnn_step(x, h, wx, wh, b):
    """Return the next hidden state of a plain recurrent layer, shape (N, H).

    x: input of this time step, shape (N, D)
    h: hidden state so far, shape (N, H)
    wx, wh, b: weights and bias, shapes (D, H), (H, H), (H,)
    """
    raise NotImplementedError("rnn_step: return the new state, shape (N, H)")


def dense(x, w, b):
    """Return the output of a dense tanh layer, shape (N, H).

    x: input, shape (N, D)
    w, b: weight and bias, shapes (D, H), (H,)
    """
    raise NotImplementedError("dense: return tanh(x w + b), shape (N, H)")
