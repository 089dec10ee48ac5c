import numpy as np


def roc_auc(y, score):
    """Return the area under the ROC curve of `score` for the labels `y`; raise if a class is missing."""
    raise NotImplementedError("Write roc_auc: compare every positive with every negative, or use ranks.")
