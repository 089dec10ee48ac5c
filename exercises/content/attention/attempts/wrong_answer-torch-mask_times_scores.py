"""You multiply the scores by the mask: a blocked pair then has the score 0, which is an ordinary score and gets weight; it has to be minus infinity."""

import math
import torch


def attention(q, k, v, mask=None):
    d_k = q.size(-1)
    scores = torch.matmul(q, k.transpose(-2, -1)) / math.sqrt(d_k)
    if mask is not None:
        scores = scores * mask
    scores = scores - torch.logsumexp(scores, dim=-1, keepdim=True)
    p_attn = torch.exp(scores)
    return torch.matmul(p_attn, v)
