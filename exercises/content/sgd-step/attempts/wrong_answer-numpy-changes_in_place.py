"""You write into the caller's array: `w -= ...` changes `w` itself; return a new array instead."""


def sgd_step(w, g, lr, weight_decay=0.0):
    w -= lr * (g + weight_decay * w)
    return w
