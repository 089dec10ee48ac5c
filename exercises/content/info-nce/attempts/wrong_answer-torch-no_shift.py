"""You exponentiate the raw scores: with a cold temperature they reach 1000 and exp overflows; use log-sum-exp."""

import torch


def info_nce(za, zb, temperature):
    scores = (za / za.norm(dim=1, keepdim=True)) @ (zb / zb.norm(dim=1, keepdim=True)).T / temperature
    weights = scores.exp()
    right = weights.diagonal()
    return -((right / weights.sum(1)).log() + (right / weights.sum(0)).log()).mean() / 2
