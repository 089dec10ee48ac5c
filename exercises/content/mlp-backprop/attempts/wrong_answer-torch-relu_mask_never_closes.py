"""Your ReLU mask asks whether the activation is at least 0, which it always is: nothing is ever blocked; it has to be above 0."""

import torch
import torch.nn.functional as F


def mlp_loss_grad(params, X, y, activation):
    fns = {
        "tanh": (torch.tanh, lambda z: 1 - torch.tanh(z) ** 2),
        "relu": (torch.relu, lambda z: (torch.relu(z) >= 0).to(z.dtype)),
        "sigmoid": (torch.sigmoid, lambda z: torch.sigmoid(z) * (1 - torch.sigmoid(z))),
    }
    f, df = fns[activation]
    cache = []
    h = X
    for w, b in params[:-1]:
        z = h @ w + b
        cache.append((h, z))
        h = f(z)
    w, b = params[-1]
    logits = h @ w + b
    loss = F.cross_entropy(logits, y)
    n = X.shape[0]
    d = (torch.softmax(logits, 1) - F.one_hot(y, logits.shape[1])) / n
    grads = [(h.t() @ d, d.sum(dim=0))]
    for (h, z), (w_next, _) in zip(reversed(cache), reversed(params)):
        d = d @ w_next.t() * df(z)
        grads.append((h.t() @ d, d.sum(dim=0)))
    return loss, grads[::-1]
