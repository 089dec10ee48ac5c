"""The usual loss plus the mean over the classes."""

import numpy as np


def label_smoothing_ce(logits, y, eps=0.1):
    shifted = logits - logits.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    true = log_p[np.arange(len(y)), y]
    return -((1 - eps) * true + eps * log_p.mean(axis=1)).mean()
