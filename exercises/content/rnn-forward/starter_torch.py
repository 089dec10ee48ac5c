import torch


def rnn_forward(x, h0, wx, wh, b):
    """Return the hidden states of a plain recurrent layer over a batch of sequences, shape (N, T, H).

    x: inputs, shape (N, T, D)
    h0: first state, shape (N, H)
    wx, wh, b: weights and bias, shapes (D, H), (H, H), (H,)
    """
    raise NotImplementedError("rnn_forward: return an array of shape (N, T, H)")
