import torch


def gru_step(x, h, wx, wh, bx, bh):
    """Return the next hidden state of a GRU, shape (N, H).

    x: input, shape (N, D); h: hidden state, shape (N, H)
    wx, bx: weight and bias of the input, shapes (D, 3H), (3H,); columns in the order r, z, n
    wh, bh: weight and bias of the state, shapes (H, 3H), (3H,)
    """
    raise NotImplementedError("gru_step: return the new state, shape (N, H)")
