"""Log-probabilities and index expressions; the mask from the pre-activation."""

import numpy as np


def two_layer_loss(params, X, y, reg):
    before = np.einsum("nd,dh->nh", X, params["W1"]) + params["b1"]
    active = before > 0
    hidden = np.where(active, before, 0).astype(X.dtype)
    logits = np.einsum("nh,hc->nc", hidden, params["W2"]) + params["b2"]
    logits = logits - logits.max(axis=1, keepdims=True)
    log_p = logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))
    rows = np.arange(len(y))
    loss = -log_p[rows, y].sum() / len(y)
    error = np.exp(log_p)
    error[rows, y] -= 1
    error = error / len(y)
    back = np.einsum("nc,hc->nh", error, params["W2"]) * active
    grads = {"b1": back.sum(axis=0), "b2": error.sum(axis=0)}
    grads["W1"] = np.einsum("nd,nh->dh", X, back)
    grads["W2"] = np.einsum("nh,nc->hc", hidden, error)
    for name in ("W1", "W2"):
        loss = loss + 0.5 * reg * np.sum(params[name] ** 2)
        grads[name] = grads[name] + reg * params[name]
    return loss, grads
