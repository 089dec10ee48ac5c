"""Pair by pair."""

import torch


def info_nce(za, zb, temperature):
    za = torch.stack([row / row.norm() for row in za])
    zb = torch.stack([row / row.norm() for row in zb])
    losses = []
    for i in range(len(za)):
        losses.append(-torch.log_softmax(zb @ za[i] / temperature, 0)[i])
        losses.append(-torch.log_softmax(za @ zb[i] / temperature, 0)[i])
    return torch.stack(losses).mean()
