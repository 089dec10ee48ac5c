"""PyTorch's own convolution."""

import torch.nn.functional as F


def conv2d(x, w, b, stride=1, padding=0):
    return F.conv2d(x, w, b, stride, padding)
