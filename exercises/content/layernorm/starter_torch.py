import torch


def layernorm(x, gamma, beta, eps=1e-5):
    """Return x with every row of features normalised, scaled and shifted.

    x: shape (..., D); gamma, beta: shape (D,); eps: added to the variance, under the root
    """
    raise NotImplementedError("layernorm: return an array in the shape of x")


def layernorm_backward(dout, x, gamma, eps=1e-5):
    """Return (dx, dgamma, dbeta), given dout, the gradient of the loss by the output of layernorm."""
    raise NotImplementedError("layernorm_backward: return (dx, dgamma, dbeta)")
