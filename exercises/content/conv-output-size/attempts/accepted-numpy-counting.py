"""Counts the places of the kernel, and follows one output back to the input."""


def conv_out(h, k, s=1, p=0, d=1):
    return len([left for left in range(-p, h + p) if (left + p) % s == 0 and left + d * (k - 1) < h + p])


def conv_transpose_out(h, k, s=1, p=0, op=0, d=1):
    spread = h + (h - 1) * (s - 1)
    return spread + d * (k - 1) - 2 * p + op


def receptive_field(layers):
    first = last = 0
    for k, s, *rest in reversed(layers):
        first, last = first * s, last * s + (k - 1) * (rest[0] if rest else 1)
    return last - first + 1
