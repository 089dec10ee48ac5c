"""You multiply by the temperature: the similarity is divided by it, so that a cold temperature sharpens."""

import numpy as np


def info_nce(za, zb, temperature):
    za = za / np.linalg.norm(za, axis=1, keepdims=True)
    zb = zb / np.linalg.norm(zb, axis=1, keepdims=True)
    scores = za @ zb.T * temperature
    both = np.logaddexp.reduce(scores, axis=1) + np.logaddexp.reduce(scores, axis=0)
    return (both / 2 - np.diag(scores)).mean()
