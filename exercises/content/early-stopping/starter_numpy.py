import numpy as np


def early_stop(losses, patience, min_delta):
    """Return (stop_epoch, best_epoch), each an integer or None."""
    raise NotImplementedError("Write early_stop: remember the best loss and count the bad epochs since then.")
