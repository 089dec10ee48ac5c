"""Embedding tables: looking rows up, and adding gradients back to them."""

from __future__ import annotations

from torch import Tensor


def embedding(idx: Tensor, w: Tensor) -> Tensor:
    r"""Return the rows of an embedding table for an array of indices.

    Formula: $out_{i,d} = w_{idx_i,\,d}$.

    Shapes: idx any, integers from 0 to V - 1; w (V, D); returns (*idx.shape, D).
    Raises: IndexError for an index that does not exist.
    Note: equals a one-hot matrix times w, without building it.
    Source: Bengio, Ducharme, Vincent, Jauvin 2003, A Neural Probabilistic Language Model, JMLR 3, section 2.
    """
    return w.index_select(0, idx.reshape(-1)).reshape(*idx.shape, w.shape[1])


def embedding_backward(dout: Tensor, idx: Tensor, V: int) -> Tensor:
    r"""Return the gradient of the loss by the table of `embedding`.

    Formula: $dw_v = \sum_{i:\, idx_i = v} dout_i$.

    Shapes: dout (*idx.shape, D); idx any; returns (V, D).
    Raises: IndexError for an index that does not exist.
    Note: an index that occurs several times gets the sum of its gradients; rows that do not occur get zeros.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, section 12.4.2.
    """
    rows = dout.reshape(-1, dout.shape[-1])
    return dout.new_zeros((V, dout.shape[-1])).index_add(0, idx.reshape(-1), rows)
