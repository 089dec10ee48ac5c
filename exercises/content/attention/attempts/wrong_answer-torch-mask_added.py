"""You add the boolean mask to the scores: True adds 1 and False adds 0, which blocks nothing; add 0 where the pair may attend and minus infinity where not."""

import math
import torch


def attention(q, k, v, mask=None):
    d_k = q.size(-1)
    scores = torch.matmul(q, k.transpose(-2, -1)) / math.sqrt(d_k)
    if mask is not None:
        scores = scores + mask
    scores = scores - torch.logsumexp(scores, dim=-1, keepdim=True)
    p_attn = torch.exp(scores)
    return torch.matmul(p_attn, v)
