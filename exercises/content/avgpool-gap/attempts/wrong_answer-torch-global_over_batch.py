"""Your global mean runs over the batch: each image and channel keeps its own mean over its positions."""

import torch


def window_sums(x, kh, kw, stride, padding):
    padded = torch.nn.functional.pad(x, (padding, padding, padding, padding))
    rows = []
    for i in range(0, padded.shape[2] - kh + 1, stride):
        row = [padded[:, :, i : i + kh, j : j + kw].sum(dim=(2, 3)) for j in range(0, padded.shape[3] - kw + 1, stride)]
        rows.append(row)
    return torch.stack([torch.stack(row, dim=-1) for row in rows], dim=2)


def avgpool(x, k, stride, padding=0, count_include_pad=True):
    kh, kw = (k, k) if isinstance(k, int) else k
    total = window_sums(x, kh, kw, stride, padding)
    if count_include_pad:
        return total / (kh * kw)
    return total / window_sums(torch.ones_like(x), kh, kw, stride, padding)


def global_avg_pool(x):
    return x.mean(dim=(0, 2, 3)) + 0 * x[:, :, 0, 0]
