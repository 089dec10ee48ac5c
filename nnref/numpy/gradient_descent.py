"""One step of gradient descent."""

from __future__ import annotations

from nnref.numpy.arrays import Array


def sgd_step(w: Array, g: Array, lr: float, weight_decay: float = 0.0) -> Array:
    r"""Return the parameter after one step of gradient descent.

    Formula: $w - \eta\,(g + \lambda w)$ with learning rate $\eta$ and weight decay $\lambda$.

    Shapes: w and g alike; returns the same shape.
    Raises: nothing of its own.
    Note: for plain gradient descent weight decay equals an L2 penalty of $\tfrac{\lambda}{2} \lVert w \rVert^2$.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, sections 4.3 and 7.1.1; torch.optim.SGD.
    """
    return w - lr * (g + weight_decay * w)
