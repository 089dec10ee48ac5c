"""PyTorch's own padding of sequences."""

import torch
from torch.nn.utils.rnn import pad_sequence


def pad(seqs, value=0):
    if not len(seqs) or not all(len(seq) for seq in seqs):
        raise ValueError("an empty list or sequence")
    mask = pad_sequence([torch.ones(len(seq), dtype=torch.bool) for seq in seqs], batch_first=True)
    return pad_sequence(seqs, batch_first=True, padding_value=value), mask


def last_valid(h, lengths):
    if (lengths < 1).any():
        raise ValueError("an empty sequence")
    packed = torch.nn.utils.rnn.pack_padded_sequence(h, lengths, batch_first=True, enforce_sorted=False)
    return torch.stack([seq[-1] for seq in torch.nn.utils.rnn.unpack_sequence(packed)])


def masked_mean(x, mask):
    return torch.stack([row[real].mean(dim=0) for row, real in zip(x, mask)])
