"""You add the step: the gradient points to where the loss grows, so it is subtracted."""


def sgd_step(w, g, lr, weight_decay=0.0):
    return w + lr * (g + weight_decay * w)
