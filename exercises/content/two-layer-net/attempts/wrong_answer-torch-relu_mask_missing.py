"""You forget the ReLU on the way back: the gradient passes only where the hidden unit was active, `dh * (h > 0)`."""

import torch


def two_layer_loss(params, X, y, reg):
    W1, b1, W2, b2 = params["W1"], params["b1"], params["W2"], params["b2"]
    n = X.shape[0]
    h = torch.relu(X @ W1 + b1)
    z = h @ W2 + b2
    p = torch.exp(z - z.amax(dim=1, keepdim=True))
    p = p / p.sum(dim=1, keepdim=True)
    hot = torch.eye(z.shape[1], dtype=z.dtype)[y]
    loss = -torch.log((p * hot).sum(dim=1)).mean() + reg / 2 * ((W1 * W1).sum() + (W2 * W2).sum())
    dz = (p - hot) / n
    dh = dz @ W2.T
    grads = {
        "W1": X.T @ dh + reg * W1,
        "b1": dh.sum(dim=0),
        "W2": h.T @ dz + reg * W2,
        "b2": dz.sum(dim=0),
    }
    return loss, grads
