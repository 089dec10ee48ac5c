import torch


def im2col(x, kh, kw, stride=1, padding=0):
    """Return the windows of x as the rows of a matrix, shape (N * oh * ow, C * kh * kw).

    x: images, shape (N, C, H, W)
    rows in the order n, i, j; columns in the order c, u, v
    """
    raise NotImplementedError("im2col: return an array of shape (N * oh * ow, C * kh * kw)")


def col2im(cols, x_shape, kh, kw, stride=1, padding=0):
    """Return an array of x_shape to which every row of cols has been added at the place of its window."""
    raise NotImplementedError("col2im: return an array of shape x_shape")
