"""Sequences of different lengths in one tensor: padding, the mask of what is real, and reading past the padding."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor


def pad(seqs: Sequence[Tensor], value: float = 0) -> tuple[Tensor, Tensor]:
    r"""Return the sequences as one tensor, filled up at the end with `value`, and the mask of the real positions.

    Formula: $x_{it} = seqs_{i,t}$ and $mask_{it} = 1$ for $t < T_i$; from there on $x_{it} = value$, $mask_{it} = 0$.

    Shapes: seqs N tensors (T_i, ...) with the same trailing axes; returns (N, T, ...) with T the longest, and (N, T).
    Raises: ValueError if there are no sequences or one of them is empty.
    Note: the mask is made of the lengths; a real value may well equal the padding value.
    Source: Sutskever, Vinyals, Le 2014, Sequence to Sequence Learning with Neural Networks, NeurIPS, section 3.4.
    """
    longest = max((len(seq) for seq in seqs), default=0)
    if min((len(seq) for seq in seqs), default=0) == 0:
        raise ValueError("there must be at least one sequence, and none may be empty")
    rows = [torch.cat([seq, seq.new_full((longest - len(seq), *seq.shape[1:]), value)]) for seq in seqs]
    marks = [torch.arange(longest, device=seq.device) < len(seq) for seq in seqs]
    return torch.stack(rows), torch.stack(marks)


def last_valid(h: Tensor, lengths: Tensor) -> Tensor:
    r"""Return the state of each sequence at its own last step.

    Formula: $out_i = h_{i,\, lengths_i - 1}$, counting steps from 0.

    Shapes: h (N, T, H); lengths (N,), from 1 to T; returns (N, H).
    Raises: ValueError if a length is below 1 or above T.
    Note: the state at the last step of the padded tensor has run on over padding, for all but the longest sequence.
    Source: Sutskever, Vinyals, Le 2014, Sequence to Sequence Learning with Neural Networks, NeurIPS, section 2.
    """
    if int(lengths.min()) < 1 or int(lengths.max()) > h.shape[1]:
        raise ValueError(f"lengths must be from 1 to {h.shape[1]}")
    index = (lengths - 1)[:, None, None].expand(-1, 1, h.shape[2])  # (N, 1, H)
    return h.gather(1, index).squeeze(1)


def masked_mean(x: Tensor, mask: Tensor) -> Tensor:
    r"""Return the mean over the real positions of each sequence.

    Formula: $out_i = \sum_t mask_{it}\, x_{it} / \sum_t mask_{it}$.

    Shapes: x (N, T, D); mask (N, T), True where real; returns (N, D).
    Raises: ValueError if a sequence has no real position.
    Note: padding is left out of the sum and of the count, whatever value it holds.
    Source: Reimers and Gurevych 2019, Sentence-BERT, EMNLP, section 3 (mean pooling).
    """
    if not bool(mask.any(dim=1).all()):
        raise ValueError("a sequence has no real position")
    return torch.stack([row[real].mean(dim=0) for row, real in zip(x, mask, strict=True)])  # (N, D)
