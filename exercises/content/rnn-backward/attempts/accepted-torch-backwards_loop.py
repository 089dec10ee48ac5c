"""From the last step to the first, adding to the shared weights."""

import torch


def rnn_backward(dh, x, h0, wx, wh, b):
    h = [h0]
    for t in range(x.shape[1]):
        h.append(torch.tanh(x[:, t] @ wx + h[t] @ wh + b))
    dx, dwx, dwh, db, later = [], 0 * wx, 0 * wh, 0 * b, 0 * h0
    for t in range(x.shape[1] - 1, -1, -1):
        dz = (dh[:, t] + later) * (1 - h[t + 1] ** 2)
        dx.append(dz @ wx.T)
        dwx = dwx + x[:, t].T @ dz
        dwh = dwh + h[t].T @ dz
        db = db + dz.sum(dim=0)
        later = dz @ wh.T
    return torch.stack(dx[::-1], dim=1), later, dwx, dwh, db
