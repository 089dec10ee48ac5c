"""The affine (dense, fully connected) layer and its backward pass."""

from __future__ import annotations

import math

import torch
from torch import Tensor


def affine(x: Tensor, w: Tensor, b: Tensor) -> Tensor:
    r"""Return the output of an affine layer for a batch of examples of any shape.

    Formula: $y = x w + b$, where every example is first flattened into a row of $D$ numbers.

    Shapes: x (N, d1, ..., dk) with d1 * ... * dk = D; w (D, M); b (M,); returns (N, M).
    Raises: ValueError where the shapes do not fit.
    Note: rows are examples and the weight is (in, out); `torch.nn.Linear` stores the transpose.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, section 6.3.
    """
    _check_features(x, w)
    return torch.einsum("nd,dm->nm", x.flatten(start_dim=1), w) + b  # (N, M)


def affine_backward(dout: Tensor, x: Tensor, w: Tensor, b: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    r"""Return the gradients `(dx, dw, db)` of the loss by the arguments of `affine`.

    Formula: $dx = dout\, w^T$ (in the shape of x), $dw = x^T dout$, $db = \sum_n dout_n$.

    Shapes: dout (N, M); x (N, d1, ..., dk); w (D, M); b (M,); returns dx like x, dw like w, db like b.
    Raises: ValueError where the shapes do not fit.
    Note: nothing is divided by N: an average over the batch is already inside dout.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, section 6.5.4.
    """
    _check_features(x, w)
    dx = torch.einsum("nm,dm->nd", dout, w).reshape(x.shape)  # (N, d1, ..., dk)
    dw = torch.einsum("nd,nm->dm", x.flatten(start_dim=1), dout)  # (D, M)
    db = torch.einsum("nm->m", dout).reshape(b.shape)  # (M,)
    return dx, dw, db


def _check_features(x: Tensor, w: Tensor) -> None:
    features = math.prod(x.shape[1:])
    if features != w.shape[0]:
        raise ValueError(f"an example of shape {tuple(x.shape[1:])} has {features} numbers, w has {w.shape[0]} rows")
