"""You divide by norms along the batch axis: each *row* is brought to length 1, over its features."""

import torch


def info_nce(za, zb, temperature):
    za = za / za.norm(dim=0, keepdim=True)
    zb = zb / zb.norm(dim=0, keepdim=True)
    sim = za @ zb.t() / temperature
    pos = sim.diagonal()
    return 0.5 * ((sim.logsumexp(1) - pos).mean() + (sim.logsumexp(0) - pos).mean())
