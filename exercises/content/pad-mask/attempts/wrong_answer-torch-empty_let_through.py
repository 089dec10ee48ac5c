"""You let a sequence of length 0 through: `pad` and `last_valid` have to raise, since there is no last step (index -1 is the last column)."""

import torch


def pad(seqs, value=0):
    lengths = torch.tensor([len(seq) for seq in seqs])
    mask = torch.arange(int(lengths.max())) < lengths[:, None]
    x = seqs[0].new_full(mask.shape + seqs[0].shape[1:], value)
    for i, seq in enumerate(seqs):
        x[i, : len(seq)] = seq
    return x, mask


def last_valid(h, lengths):
    return h[torch.arange(len(h)), lengths - 1]


def masked_mean(x, mask):
    weights = mask[:, :, None].to(x.dtype)
    return (x * weights).sum(dim=1) / weights.sum(dim=1)
