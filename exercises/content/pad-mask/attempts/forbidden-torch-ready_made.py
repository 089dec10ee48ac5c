"""`torch.nn.utils.rnn.pad_sequence` does the work that the exercise asks for."""

import torch
from torch.nn.utils.rnn import pad_sequence


def pad(seqs, value=0):
    x = pad_sequence(seqs, batch_first=True, padding_value=value)
    return x, pad_sequence([torch.ones(len(seq), dtype=torch.bool) for seq in seqs], batch_first=True)


def last_valid(h, lengths):
    if (lengths < 1).any():
        raise ValueError("a sequence without a last step")
    return h[torch.arange(len(h)), lengths - 1]


def masked_mean(x, mask):
    weights = mask[:, :, None].to(x.dtype)
    return (x * weights).sum(dim=1) / weights.sum(dim=1)
