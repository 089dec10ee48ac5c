import torch


def accumulate(model, loss_fn, batches):
    """Fill `.grad` of the model's parameters with the gradients of the mean loss over all samples of `batches`."""
    raise NotImplementedError("Write accumulate: how much does each micro-batch count?")
