import numpy as np


def rnn_grad_norms(wh, hs, dlast):
    """Return the norm of the gradient of the loss by every state of a tanh network, in the order of time, shape (T,).

    wh: recurrent weights, shape (H, H), used as h @ wh
    hs: the states, shape (T, H), without the initial one
    dlast: gradient of the loss by the last state, shape (H,)
    """
    raise NotImplementedError("rnn_grad_norms: return one norm for each state, shape (T,)")
