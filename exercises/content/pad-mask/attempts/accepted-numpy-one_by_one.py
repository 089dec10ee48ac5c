"""One sequence at a time."""

import numpy as np


def pad(seqs, value=0):
    longest = max(len(seq) for seq in seqs)
    rows, marks = [], []
    for seq in seqs:
        if len(seq) < 1:
            raise ValueError("an empty sequence")
        missing = longest - len(seq)
        rows.append(np.concatenate([seq, np.full_like(seq[:1], value).repeat(missing, axis=0)]))
        marks.append([True] * len(seq) + [False] * missing)
    return np.stack(rows), np.array(marks)


def last_valid(h, lengths):
    assert lengths.min() > 0
    return np.stack([states[:n][-1] for states, n in zip(h, lengths)])


def masked_mean(x, mask):
    return np.stack([row[real].mean(axis=0) for row, real in zip(x, mask)])
