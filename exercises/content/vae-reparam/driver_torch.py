"""Returns the noise in a sample, or its gradients over what the formula says they are (all ones)."""

import torch


def drive(solution, mu, logvar, rng, look):
    sources = [mu.requires_grad_(), logvar.requires_grad_()]
    z = solution.reparameterize(mu, logvar, rng)
    if z.shape != mu.shape:
        raise ValueError(f"the sample has shape {tuple(z.shape)}, the mean {tuple(mu.shape)}")
    if look == "noise":
        return (z - mu) / torch.exp(logvar / 2)
    upstream = torch.cos(torch.arange(float(z.numel()), dtype=z.dtype)).reshape(z.shape) + 2
    if not z.requires_grad:
        return torch.zeros(2, *mu.shape, dtype=z.dtype)
    grads = torch.autograd.grad(z, sources, upstream.detach(), allow_unused=True)
    slopes = [upstream, upstream * (z - mu).detach() / 2]
    return torch.stack([torch.zeros_like(s) if g is None else g / s for g, s in zip(grads, slopes)])
