"""Two loops over the positions; each window meets all filters at once."""

import torch


def conv2d(x, w, b, stride=1, padding=0):
    n, c, height, width = x.shape
    f, _, kh, kw = w.shape
    padded = x.new_zeros((n, c, height + 2 * padding, width + 2 * padding))
    padded[:, :, padding : padding + height, padding : padding + width] = x
    oh = (height + 2 * padding - kh) // stride + 1
    ow = (width + 2 * padding - kw) // stride + 1
    rows, flat = [], w.reshape(f, -1).t()
    for i in range(oh):
        row = []
        for j in range(ow):
            window = padded[:, :, i * stride : i * stride + kh, j * stride : j * stride + kw]
            row.append(window.reshape(n, -1) @ flat)
        rows.append(torch.stack(row, dim=-1))
    return torch.stack(rows, dim=2) + b[:, None, None]
