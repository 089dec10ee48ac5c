"""PyTorch's own AdamW, its moments and steps put in."""

import torch


def adamw(w, g, m, v, t, lr, b1=0.9, b2=0.999, eps=1e-8, weight_decay=0.01):
    w = torch.nn.Parameter(w.clone())
    w.grad = g.clone()
    optimizer = torch.optim.AdamW([w], lr=lr, betas=(b1, b2), eps=eps, weight_decay=weight_decay)
    state = dict(step=torch.tensor(float(t - 1)), exp_avg=m.clone(), exp_avg_sq=v.clone())
    optimizer.state[w] = state
    optimizer.step()
    return w.detach(), state["exp_avg"], state["exp_avg_sq"]
