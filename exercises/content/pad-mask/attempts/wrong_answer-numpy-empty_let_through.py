"""You let a sequence of length 0 through: `pad` and `last_valid` have to raise, since there is no last step (index -1 is the last column)."""

import numpy as np


def pad(seqs, value=0):
    lengths = np.array([len(seq) for seq in seqs])
    mask = np.arange(lengths.max()) < lengths[:, None]
    x = np.full(mask.shape + seqs[0].shape[1:], value, dtype=seqs[0].dtype)
    for i, seq in enumerate(seqs):
        x[i, : len(seq)] = seq
    return x, mask


def last_valid(h, lengths):
    return h[np.arange(len(h)), lengths - 1]


def masked_mean(x, mask):
    weights = mask[:, :, None].astype(x.dtype)
    return (x * weights).sum(axis=1) / weights.sum(axis=1)
