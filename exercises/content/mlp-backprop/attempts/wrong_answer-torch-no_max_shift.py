"""You exponentiate the raw logits: above about 709 exp overflows to inf and inf/inf is nan, so subtract each row's maximum first."""

import torch
import torch.nn.functional as F


def mlp_loss_grad(params, X, y, activation):
    fns = {
        "tanh": (torch.tanh, lambda z: 1 - torch.tanh(z) ** 2),
        "relu": (torch.relu, lambda z: (z > 0).to(z.dtype)),
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
    p = logits.exp() / logits.exp().sum(dim=1, keepdim=True)
    n = X.shape[0]
    loss = -torch.log(p[torch.arange(n), y]).mean()
    d = (p - F.one_hot(y, logits.shape[1])) / n
    grads = [(h.t() @ d, d.sum(dim=0))]
    for (h, z), (w_next, _) in zip(reversed(cache), reversed(params)):
        d = d @ w_next.t() * df(z)
        grads.append((h.t() @ d, d.sum(dim=0)))
    return loss, grads[::-1]
