"""You compute the plain cross-entropy: mix the labels with the uniform distribution."""

import numpy as np


def label_smoothing_ce(logits, y, eps=0.1):
    lse = np.logaddexp.reduce(logits, axis=1)
    return (lse - logits[np.arange(len(y)), y]).mean()
