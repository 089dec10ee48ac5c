"""You do not multiply the decay by the learning rate: the step is lr * (g + weight_decay * w)."""


def sgd_step(w, g, lr, weight_decay=0.0):
    return w - lr * g - weight_decay * w
