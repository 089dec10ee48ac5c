"""You swap the two shares: the label keeps 1 - eps, the uniform distribution gets eps."""

import numpy as np


def label_smoothing_ce(logits, y, eps=0.1):
    classes = logits.shape[1]
    targets = eps * np.eye(classes)[y] + (1 - eps) / classes
    log_p = logits - np.logaddexp.reduce(logits, axis=1, keepdims=True)
    return -(targets * log_p).sum() / len(y)
