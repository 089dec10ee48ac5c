"""Finds the smallest logit that stays in each row and compares with it."""

import torch


def filter_logits(logits, temperature=None, top_k=None, top_p=None):
    z = logits if temperature is None else logits / temperature
    if top_k is not None and top_k < z.shape[-1]:
        border = z.sort(dim=-1).values[..., -top_k].unsqueeze(-1)
        z = torch.where(z >= border, z, -torch.inf)
    if top_p is not None and top_p < 1:
        falling = z.sort(dim=-1, descending=True).values
        count = (falling.softmax(-1).cumsum(-1) < top_p).sum(-1, keepdim=True)
        z = torch.where(z >= falling.gather(-1, count.clamp(max=z.shape[-1] - 1)), z, -torch.inf)
    return z.clone()
