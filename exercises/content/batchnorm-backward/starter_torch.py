import torch


def batchnorm_backward(dout, x, gamma, eps):
    """Return (dx, dgamma, dbeta) of batch normalisation in training.

    dout: gradient of the loss by the output, shape (N, D)
    x: the batch that went in, shape (N, D)
    gamma: learned scale, shape (D,)
    eps: added to the variance, under the root
    """
    raise NotImplementedError("batchnorm_backward: return (dx, dgamma, dbeta)")
