"""Your `db` has shape (1, M): the gradient of `b` must have the shape (M,) of `b`; drop `keepdims`."""


def affine_backward(dout, x, w, b):
    rows = x.reshape(x.shape[0], -1)
    dx = (dout @ w.T).reshape(x.shape)
    dw = rows.T @ dout
    db = dout.sum(axis=0, keepdims=True)
    return dx, dw, db
