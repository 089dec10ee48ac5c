"""You ignore `weight_decay`: it adds weight_decay * w to the gradient."""


def sgd_step(w, g, lr, weight_decay=0.0):
    return w - lr * g
