"""The formula as it stands."""


def sgd_step(w, g, lr, weight_decay=0.0):
    return w - lr * (g + weight_decay * w)
