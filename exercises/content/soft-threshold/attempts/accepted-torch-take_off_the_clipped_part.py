"""What is left after the part within the threshold is taken off."""

import torch


def soft_threshold(w, t):
    return w - w.clamp(-t, t)
