"""You swap the two layouts: by default pair i is (i, i + d/2); only with `interleaved` are neighbours a pair."""

import torch


def rope(x, base=10000.0, offset=0, interleaved=False):
    d = x.shape[-1]
    speeds = base ** (-(2 * torch.arange(d // 2, dtype=torch.float64) / d))
    angles = (torch.arange(x.shape[-2], dtype=torch.float64) + offset)[:, None] * speeds
    cos, sin = torch.cos(angles).to(x.dtype), torch.sin(angles).to(x.dtype)
    if not interleaved:
        a, b = x[..., 0::2], x[..., 1::2]
        return torch.stack([a * cos - b * sin, a * sin + b * cos], dim=-1).reshape(x.shape)
    a, b = x[..., : d // 2], x[..., d // 2 :]
    return torch.cat([a * cos - b * sin, a * sin + b * cos], dim=-1)
