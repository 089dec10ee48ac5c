"""One sequence at a time."""

import torch


def pad(seqs, value=0):
    longest = max(len(seq) for seq in seqs)
    rows, marks = [], []
    for seq in seqs:
        if len(seq) < 1:
            raise ValueError("an empty sequence")
        missing = longest - len(seq)
        rows.append(torch.cat([seq] + [torch.full_like(seq[:1], value)] * missing))
        marks.append([True] * len(seq) + [False] * missing)
    return torch.stack(rows), torch.tensor(marks)


def last_valid(h, lengths):
    assert lengths.min() > 0
    return torch.stack([states[: int(n)][-1] for states, n in zip(h, lengths)])


def masked_mean(x, mask):
    return torch.stack([row[real].mean(dim=0) for row, real in zip(x, mask)])
