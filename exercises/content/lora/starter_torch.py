import torch


def lora_forward(x, w, A, B, alpha):
    """Return the output of a frozen linear layer with a low-rank update, shape (..., M).

    x: shape (..., D); w: shape (D, M); A: shape (D, r); B: shape (r, M); alpha: number
    """
    raise NotImplementedError("lora_forward: return an array of shape (..., M)")


def lora_merge(w, A, B, alpha):
    """Return the single weight, shape (D, M), that gives the same output as lora_forward."""
    raise NotImplementedError("lora_merge: return an array of shape (D, M)")
