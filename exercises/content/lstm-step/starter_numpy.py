import numpy as np


def lstm_step(x, h, c, wx, wh, b):
    """Return (h, c), the next hidden state and cell state of an LSTM.

    x: input, shape (N, D)
    h, c: hidden and cell state, shape (N, H)
    wx, wh, b: packed weights and bias, shapes (D, 4H), (H, 4H), (4H,); columns in the order i, f, g, o
    """
    raise NotImplementedError("lstm_step: return (h, c), both of shape (N, H)")
