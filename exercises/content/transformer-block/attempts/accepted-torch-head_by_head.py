"""One head at a time; in PyTorch with the ready-made parts."""

import torch
import torch.nn.functional as F


def block(x, params, n_heads):
    width = (x.shape[-1],)
    seen = F.layer_norm(x, width, params["ln1_g"], params["ln1_b"])
    q, k, v = ((seen @ params[name]).unflatten(-1, (n_heads, -1)).transpose(1, 2) for name in ("wq", "wk", "wv"))
    heads = F.scaled_dot_product_attention(q, k, v).transpose(1, 2).flatten(2)
    stream = x + heads @ params["wo"]
    seen = F.layer_norm(stream, width, params["ln2_g"], params["ln2_b"])
    return stream + F.gelu(seen @ params["w1"] + params["b1"]) @ params["w2"] + params["b2"]
