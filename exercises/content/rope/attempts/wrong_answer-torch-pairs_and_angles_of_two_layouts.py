"""You pair feature i with i + d/2 but repeat each angle for two neighbours: halves need the angles one after the other twice (`concat`), neighbours need each one twice in a row (`repeat`)."""

import torch


def rotate_half(x):
    x1, x2 = x.chunk(2, dim=-1)
    return torch.cat((-x2, x1), dim=-1)


def rope(x, base=10000.0, offset=0, interleaved=False):
    T, d = x.shape[-2], x.shape[-1]
    inv_freq = 1.0 / (base ** (torch.arange(0, d, 2, dtype=torch.float64, device=x.device) / d))
    t = torch.arange(offset, offset + T, dtype=torch.float64, device=x.device)
    freqs = torch.outer(t, inv_freq)
    if interleaved:
        xc = torch.view_as_complex(x.double().reshape(*x.shape[:-1], -1, 2).contiguous())
        rot = torch.polar(torch.ones_like(freqs), freqs)
        return torch.view_as_real(xc * rot).flatten(-2).to(x.dtype)
    emb = freqs.repeat_interleave(2, dim=-1)
    cos, sin = emb.cos().to(x.dtype), emb.sin().to(x.dtype)
    return x * cos + rotate_half(x) * sin
