def conv_out(h, k, s=1, p=0, d=1):
    """Return the output size of a convolution: input h, kernel k, stride s, padding p on both sides, dilation d."""
    raise NotImplementedError("conv_out: return an integer")


def conv_transpose_out(h, k, s=1, p=0, op=0, d=1):
    """Return the output size of a transposed convolution; op is the output padding."""
    raise NotImplementedError("conv_transpose_out: return an integer")


def receptive_field(layers):
    """Return how many input pixels one output sees, for a list of (k, s) or (k, s, d), first layer first."""
    raise NotImplementedError("receptive_field: return an integer")
