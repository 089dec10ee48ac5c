"""Sequences of different lengths in one array: padding, the mask of what is real, and reading past the padding."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from nnref.numpy.arrays import Array

Mask = NDArray[np.bool_]


def pad(seqs: Sequence[Array], value: float = 0) -> tuple[Array, Mask]:
    r"""Return the sequences as one array, filled up at the end with `value`, and the mask of the real positions.

    Formula: $x_{it} = seqs_{i,t}$ and $mask_{it} = 1$ for $t < T_i$; from there on $x_{it} = value$, $mask_{it} = 0$.

    Shapes: seqs N arrays (T_i, ...) with the same trailing axes; returns (N, T, ...) with T the longest, and (N, T).
    Raises: ValueError if there are no sequences or one of them is empty.
    Note: the mask is made of the lengths; a real value may well equal the padding value.
    Source: Sutskever, Vinyals, Le 2014, Sequence to Sequence Learning with Neural Networks, NeurIPS, section 3.4.
    """
    lengths = np.array([len(seq) for seq in seqs])
    if not lengths.size or not lengths.all():
        raise ValueError("there must be at least one sequence, and none may be empty")
    mask = np.arange(lengths.max()) < lengths[:, None]  # (N, T)
    x = np.full((*mask.shape, *seqs[0].shape[1:]), value, dtype=seqs[0].dtype)
    x[mask] = np.concatenate(list(seqs))
    return x, mask


def last_valid(h: Array, lengths: NDArray[np.int_]) -> Array:
    r"""Return the state of each sequence at its own last step.

    Formula: $out_i = h_{i,\, lengths_i - 1}$, counting steps from 0.

    Shapes: h (N, T, H); lengths (N,), from 1 to T; returns (N, H).
    Raises: ValueError if a length is below 1 or above T.
    Note: the state at the last step of the padded array has run on over padding, for all but the longest sequence.
    Source: Sutskever, Vinyals, Le 2014, Sequence to Sequence Learning with Neural Networks, NeurIPS, section 2.
    """
    if (lengths < 1).any() or (lengths > h.shape[1]).any():
        raise ValueError(f"lengths must be from 1 to {h.shape[1]}")
    state: Array = h[np.arange(len(h)), lengths - 1]  # (N, H)
    return state


def masked_mean(x: Array, mask: Mask) -> Array:
    r"""Return the mean over the real positions of each sequence.

    Formula: $out_i = \sum_t mask_{it}\, x_{it} / \sum_t mask_{it}$.

    Shapes: x (N, T, D); mask (N, T), True where real; returns (N, D).
    Raises: ValueError if a sequence has no real position.
    Note: padding is left out of the sum and of the count, whatever value it holds.
    Source: Reimers and Gurevych 2019, Sentence-BERT, EMNLP, section 3 (mean pooling).
    """
    if not mask.any(axis=1).all():
        raise ValueError("a sequence has no real position")
    total = np.where(mask[:, :, None], x, np.zeros((), dtype=x.dtype)).sum(axis=1)  # (N, D)
    mean: Array = total / mask.sum(axis=1, keepdims=True).astype(x.dtype)
    return mean
