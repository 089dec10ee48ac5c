"""Updates a copy in place, as an optimiser would update the parameter."""

import torch


def sgd_step(w, g, lr, weight_decay=0.0):
    with torch.no_grad():
        gradient = g.add(w, alpha=weight_decay)
        return w.clone().add_(gradient, alpha=-lr)
