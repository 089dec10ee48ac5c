"""`torch.nn.functional.conv2d` does the work that the exercise asks for."""

import torch.nn.functional as F


def depthwise_separable(x, wd, wp, stride=1, padding=0):
    channels, (kh, kw) = wd.shape[0], wd.shape[-2:]
    z = F.conv2d(x, wd.reshape(channels, 1, kh, kw), stride=stride, padding=padding, groups=channels)
    return F.conv2d(z, wp.reshape(len(wp), -1, 1, 1))
