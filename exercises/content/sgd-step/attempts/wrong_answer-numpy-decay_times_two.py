"""Your decay is twice too strong: the penalty is (weight_decay / 2) * ||w||^2, so its gradient is weight_decay * w."""


def sgd_step(w, g, lr, weight_decay=0.0):
    return w - lr * (g + 2 * weight_decay * w)
