"""The affine (dense, fully connected) layer and its backward pass."""

from __future__ import annotations

import math

import numpy as np

from nnref.numpy.arrays import Array


def affine(x: Array, w: Array, b: Array) -> Array:
    r"""Return the output of an affine layer for a batch of examples of any shape.

    Formula: $y = x w + b$, where every example is first flattened into a row of $D$ numbers.

    Shapes: x (N, d1, ..., dk) with d1 * ... * dk = D; w (D, M); b (M,); returns (N, M).
    Raises: ValueError where the shapes do not fit.
    Note: rows are examples and the weight is (in, out); `torch.nn.Linear` stores the transpose.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, section 6.3.
    """
    return rows(x, w) @ w + b  # (N, M)


def affine_backward(dout: Array, x: Array, w: Array, b: Array) -> tuple[Array, Array, Array]:
    r"""Return the gradients `(dx, dw, db)` of the loss by the arguments of `affine`.

    Formula: $dx = dout\, w^T$ (in the shape of x), $dw = x^T dout$, $db = \sum_n dout_n$.

    Shapes: dout (N, M); x (N, d1, ..., dk); w (D, M); b (M,); returns dx like x, dw like w, db like b.
    Raises: ValueError where the shapes do not fit.
    Note: nothing is divided by N: an average over the batch is already inside dout.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, section 6.5.4.
    """
    dx = (dout @ w.T).reshape(x.shape)  # (N, d1, ..., dk)
    dw = rows(x, w).T @ dout  # (D, M)
    db = dout.sum(axis=0).reshape(b.shape)  # (M,)
    return dx, dw, db


def rows(x: Array, w: Array) -> Array:
    """Return `x` with one flattened example a row; ValueError if an example does not have `w.shape[0]` numbers."""
    features = math.prod(x.shape[1:])
    if features != w.shape[0]:
        raise ValueError(f"an example of shape {x.shape[1:]} has {features} numbers, but w has {w.shape[0]} rows")
    return np.reshape(x, (x.shape[0], features))  # (N, D)
