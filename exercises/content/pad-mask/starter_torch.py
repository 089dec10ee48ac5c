import torch


def pad(seqs, value=0):
    """Return (x, mask): the sequences as one tensor filled up with `value`, and the boolean mask of the real positions.

    seqs: list of N tensors (T_i, D) or (T_i,)
    Raises an exception for an empty list and for an empty sequence.
    """
    raise NotImplementedError("pad: return x (N, T, ...) and mask (N, T)")


def last_valid(h, lengths):
    """Return the state of each sequence at its own last step, (N, H), for h (N, T, H) and lengths (N,)."""
    raise NotImplementedError("last_valid: return one state for each sequence")


def masked_mean(x, mask):
    """Return the mean over the real positions, (N, D), for x (N, T, D) and mask (N, T)."""
    raise NotImplementedError("masked_mean: return one mean for each sequence")
