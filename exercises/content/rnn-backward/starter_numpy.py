import numpy as np


def rnn_backward(dh, x, h0, wx, wh, b):
    """Return (dx, dh0, dwx, dwh, db), the gradients of the loss by the arguments of a recurrent layer.

    dh: gradient of the loss by every state h_1 ... h_T, from outside of the layer, shape (N, T, H)
    x, h0, wx, wh, b: as in the forward pass, shapes (N, T, D), (N, H), (D, H), (H, H), (H,)
    """
    raise NotImplementedError("rnn_backward: return (dx, dh0, dwx, dwh, db)")
