import torch


def first_bad(layers, x):
    """Return (index, kind) of the first layer whose output holds NaN or inf; index -1 for `x` itself, None if all is well."""
    raise NotImplementedError("Write first_bad: look at the input, then after every layer.")
