"""Weight decay as a shrinking factor of the old weight."""


def sgd_step(w, g, lr, weight_decay=0.0):
    return (1 - lr * weight_decay) * w - lr * g
