"""Embedding tables: looking rows up, and adding gradients back to them."""

from __future__ import annotations

import numpy as np

from nnref.numpy.arrays import Array


def embedding(idx: Array, w: Array) -> Array:
    r"""Return the rows of an embedding table for an array of indices.

    Formula: $out_{i,d} = w_{idx_i,\,d}$.

    Shapes: idx any, integers from 0 to V - 1; w (V, D); returns (*idx.shape, D).
    Raises: IndexError for an index that does not exist.
    Note: equals a one-hot matrix times w, without building it.
    Source: Bengio, Ducharme, Vincent, Jauvin 2003, A Neural Probabilistic Language Model, JMLR 3, section 2.
    """
    return np.take(w, idx, axis=0)


def embedding_backward(dout: Array, idx: Array, V: int) -> Array:
    r"""Return the gradient of the loss by the table of `embedding`.

    Formula: $dw_v = \sum_{i:\, idx_i = v} dout_i$.

    Shapes: dout (*idx.shape, D); idx any; returns (V, D).
    Raises: IndexError for an index that does not exist.
    Note: an index that occurs several times gets the sum of its gradients; rows that do not occur get zeros.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, section 12.4.2.
    """
    dw = np.zeros((V, dout.shape[-1]), dtype=dout.dtype)
    np.add.at(dw, idx.reshape(-1), dout.reshape(-1, dout.shape[-1]))
    return dw
