"""Log-sum-exp of the shifted rows minus the right logit."""

import numpy as np


def cross_entropy(logits, y):
    shifted = logits - logits.max(axis=1, keepdims=True)
    lse = np.log(np.exp(shifted).sum(axis=1))
    return (lse - shifted[np.arange(len(y)), y]).mean()
