import numpy as np


def conv1d_matrix(k, n, stride=1):
    """Return the matrix M, shape (out, n), with M @ x equal to the convolution of a signal x of length n with k.

    k: kernel, shape (K,); n: length of the signal; stride: step of the window; no padding
    """
    raise NotImplementedError("conv1d_matrix: return an array of shape (out, n)")
