"""Your `dx` is still flattened: the gradient must have the shape of `x`, so undo the reshape of the forward pass."""


def affine_backward(dout, x, w, b):
    rows = x.reshape(x.shape[0], -1)
    dx = dout @ w.T
    dw = rows.T @ dout
    db = dout.sum(dim=0)
    return dx, dw, db
