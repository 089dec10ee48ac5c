"""Your `dw` is the transpose of the right one: `dout.T @ x` is (M, D), but `w` is (D, M), so `dw = x.T @ dout`."""


def affine_backward(dout, x, w, b):
    rows = x.reshape(x.shape[0], -1)
    dx = (dout @ w.T).reshape(x.shape)
    dw = dout.T @ rows
    db = dout.sum(dim=0)
    return dx, dw, db
