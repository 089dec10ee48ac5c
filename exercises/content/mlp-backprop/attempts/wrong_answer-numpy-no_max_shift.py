"""You exponentiate the raw logits: above about 709 exp overflows to inf and inf/inf is nan, so subtract each row's maximum first."""

import numpy as np


def mlp_loss_grad(params, X, y, activation):
    if activation == "tanh":
        act, dact = np.tanh, lambda h: 1 - h**2
    elif activation == "relu":
        act, dact = (lambda z: np.maximum(0, z)), lambda h: (h > 0) * 1.0
    else:
        act, dact = (lambda z: 1 / (1 + np.exp(-z))), lambda h: h * (1 - h)

    hs = [X]
    L = len(params)
    for i, (w, b) in enumerate(params):
        z = hs[-1] @ w + b
        hs.append(z if i == L - 1 else act(z))

    N = len(X)
    logits = hs.pop()
    logp = logits - np.log(np.exp(logits).sum(1, keepdims=True))
    loss = -logp[np.arange(N), y].mean()

    delta = np.exp(logp)
    delta[np.arange(N), y] -= 1
    delta /= N
    grads = []
    for i in range(L - 1, -1, -1):
        w, b = params[i]
        grads.insert(0, (hs[i].T @ delta, delta.sum(0)))
        if i > 0:
            delta = (delta @ w.T) * dact(hs[i])
    return loss, grads
