import numpy as np


def metrics(y, yhat, K):
    """Return a dict with confusion, precision, recall, f1, macro_f1, micro_f1, weighted_f1 and accuracy."""
    raise NotImplementedError("Write metrics: count the pairs (true, predicted), everything else follows.")
