"""Window by window, the winner found by its first largest value."""

import torch


def first_largest(window):
    return int(window.argmax())  # the first of several


def pad_and_size(x, k, stride, padding):
    kh, kw = (k, k) if isinstance(k, int) else k
    padded = torch.nn.functional.pad(x, (padding, padding, padding, padding), value=-torch.inf)
    return padded, kh, kw, (padded.shape[2] - kh) // stride + 1, (padded.shape[3] - kw) // stride + 1


def maxpool(x, k, stride, padding=0):
    padded, kh, kw, oh, ow = pad_and_size(x, k, stride, padding)
    rows = []
    for i in range(oh):
        rows.append([])
        for j in range(ow):
            window = padded[:, :, i * stride : i * stride + kh, j * stride : j * stride + kw]
            rows[-1].append(window.amax(dim=(2, 3)))
    return torch.stack([torch.stack(row, dim=-1) for row in rows], dim=2)


def maxpool_backward(dout, x, k, stride, padding=0):
    padded, kh, kw, oh, ow = pad_and_size(x, k, stride, padding)
    dx = torch.zeros_like(padded)
    for n, c in [(n, c) for n in range(x.shape[0]) for c in range(x.shape[1])]:
        for i in range(oh):
            for j in range(ow):
                window = padded[n, c, i * stride : i * stride + kh, j * stride : j * stride + kw]
                row, column = divmod(first_largest(window), kw)
                dx[n, c, i * stride + row, j * stride + column] += dout[n, c, i, j]
    return dx[:, :, padding : padding + x.shape[2], padding : padding + x.shape[3]]
