"""You pad in front: the sequences start at step 0, and the padding goes to the end."""

import torch


def pad(seqs, value=0):
    lengths = torch.tensor([len(seq) for seq in seqs])
    if lengths.min() == 0:
        raise ValueError("an empty sequence")
    mask = torch.arange(int(lengths.max())) < lengths[:, None]
    x = seqs[0].new_full(mask.shape + seqs[0].shape[1:], value)
    for i, seq in enumerate(seqs):
        x[i, len(x[i]) - len(seq) :] = seq
    return x, mask.flip(1)


def last_valid(h, lengths):
    if (lengths < 1).any():
        raise ValueError("a sequence without a last step")
    return h[torch.arange(len(h)), lengths - 1]


def masked_mean(x, mask):
    weights = mask[:, :, None].to(x.dtype)
    return (x * weights).sum(dim=1) / weights.sum(dim=1)
