"""You average over all positions as if the padding were text: only positions where the mask is True count."""

import numpy as np


def masked_cross_entropy(logits, y, mask):
    top = logits.max(axis=-1, keepdims=True)
    lse = top[..., 0] + np.log(np.exp(logits - top).sum(axis=-1))
    true = np.take_along_axis(logits, y[..., None], axis=-1)[..., 0]
    return (lse - true).mean()
