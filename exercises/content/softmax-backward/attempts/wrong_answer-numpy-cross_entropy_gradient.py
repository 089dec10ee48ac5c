"""You return s - dout: that is softmax *with* cross-entropy for one-hot targets; here softmax stands alone."""

import numpy as np


def softmax(x):
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def softmax_backward(dout, x):
    s = softmax(x)
    return s - dout
