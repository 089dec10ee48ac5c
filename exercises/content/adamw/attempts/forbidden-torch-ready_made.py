"""Lets the library make the step."""

import torch


def adamw(w, g, m, v, t, lr, b1=0.9, b2=0.999, eps=1e-8, weight_decay=0.01):
    parameter = torch.nn.Parameter(w.clone())
    optimizer = torch.optim.AdamW([parameter], lr, (b1, b2), eps, weight_decay)
    optimizer.state[parameter].update(step=torch.tensor(t - 1.0), exp_avg=m, exp_avg_sq=v)
    parameter.grad = g
    optimizer.step()
    return parameter.detach(), m, v
