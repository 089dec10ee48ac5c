"""You decay after the step, with the new weight: both terms use the old `w`, as in torch.optim.SGD."""


def sgd_step(w, g, lr, weight_decay=0.0):
    w = w - lr * g
    return w - lr * weight_decay * w
