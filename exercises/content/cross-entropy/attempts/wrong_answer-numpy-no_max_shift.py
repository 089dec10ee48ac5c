"""You exponentiate the raw logits: above about 709 exp overflows to inf; subtract each row's maximum before you exponentiate."""

import numpy as np


def cross_entropy(logits, y):
    return (np.log(np.exp(logits).sum(axis=1)) - logits[np.arange(len(y)), y]).mean()
