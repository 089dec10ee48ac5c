"""You add eps/K to the full one-hot label: the targets then sum to 1 + eps; shrink the label by 1 - eps."""

import numpy as np


def label_smoothing_ce(logits, y, eps=0.1):
    classes = logits.shape[1]
    targets = np.eye(classes)[y] + eps / classes
    log_p = logits - np.logaddexp.reduce(logits, axis=1, keepdims=True)
    return -(targets * log_p).sum() / len(y)
