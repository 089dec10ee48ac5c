import numpy as np


def elastic_net(w, l1, l2):
    """Return (penalty, gradient) of l1 * sum |w| + l2 / 2 * sum w^2."""
    raise NotImplementedError("Write elastic_net: the penalty, and its gradient in the shape of w.")
