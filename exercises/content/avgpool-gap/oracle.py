"""PyTorch's own average pooling."""

import torch.nn.functional as F


def avgpool(x, k, stride, padding=0, count_include_pad=True):
    return F.avg_pool2d(x, k, stride, padding, count_include_pad=count_include_pad)


def global_avg_pool(x):
    return F.adaptive_avg_pool2d(x, 1).flatten(1)
