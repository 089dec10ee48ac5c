"""At `top_p` = 1 your sum of probabilities has rounded up to 1 before the unlikely tokens come, and they are removed: leave the step out when `top_p` is 1."""

import torch


def filter_logits(logits, temperature=None, top_k=None, top_p=None):
    if temperature is not None:
        logits = logits / temperature
    if top_k is not None:
        top_k = min(top_k, logits.size(-1))
        values, _ = torch.topk(logits, top_k)
        logits = logits.masked_fill(logits < values[..., [-1]], float("-inf"))
    if top_p is not None:
        sorted_logits, sorted_indices = torch.sort(logits, descending=True)
        cumulative_probs = torch.cumsum(torch.softmax(sorted_logits, dim=-1), dim=-1)
        sorted_remove = cumulative_probs >= top_p
        # shift right to keep also the first token above the threshold
        sorted_remove[..., 1:] = sorted_remove[..., :-1].clone()
        sorted_remove[..., 0] = False
        remove = sorted_remove.scatter(-1, sorted_indices, sorted_remove)
        logits = logits.masked_fill(remove, float("-inf"))
    return logits
