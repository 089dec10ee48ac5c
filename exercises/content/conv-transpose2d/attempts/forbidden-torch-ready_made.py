"""`torch.nn.functional.conv_transpose2d` does the work that the exercise asks for."""

import torch.nn.functional as F


def conv_transpose2d(x, w, b, stride, padding, output_padding=0):
    return F.conv_transpose2d(x, w, b, stride, padding, output_padding)
