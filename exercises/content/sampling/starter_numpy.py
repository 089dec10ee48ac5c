import numpy as np


def filter_logits(logits, temperature=None, top_k=None, top_p=None):
    """Return the logits divided by the temperature, with what top-k and then top-p remove at minus infinity.

    logits: shape (..., V), the vocabulary is the last axis
    temperature, top_k, top_p: None switches a step off
    """
    raise NotImplementedError("filter_logits: return an array in the shape of logits")
