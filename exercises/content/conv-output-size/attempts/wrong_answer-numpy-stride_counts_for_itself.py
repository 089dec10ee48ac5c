"""You multiply by the layer's own stride first: a stride widens the steps of the layers after it."""


def conv_out(h, k, s=1, p=0, d=1):
    return (h + 2 * p - d * (k - 1) - 1) // s + 1


def conv_transpose_out(h, k, s=1, p=0, op=0, d=1):
    return (h - 1) * s - 2 * p + d * (k - 1) + op + 1


def receptive_field(layers):
    field, jump = 1, 1
    for k, s, *rest in layers:
        d = rest[0] if rest else 1
        jump *= s
        field += d * (k - 1) * jump
    return field
