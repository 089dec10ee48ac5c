"""You sum the losses of the batch: we take the mean, so that the learning rate does not depend on the batch size."""

import numpy as np


def cross_entropy(logits, y):
    shifted = logits - logits.max(axis=1, keepdims=True)
    return (np.log(np.exp(shifted).sum(axis=1)) - shifted[np.arange(len(y)), y]).sum()
