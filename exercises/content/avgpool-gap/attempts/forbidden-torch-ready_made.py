"""`torch.nn.functional.avg_pool2d` does the work that the exercise asks for."""

import torch.nn.functional as F


def avgpool(x, k, stride, padding=0, count_include_pad=True):
    return F.avg_pool2d(x, k, stride, padding, count_include_pad=count_include_pad)


def global_avg_pool(x):
    return x.mean(dim=(2, 3))
