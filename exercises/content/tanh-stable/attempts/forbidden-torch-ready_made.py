"""Calls the library's own tanh."""

import torch


def tanh(x):
    return x.tanh()
