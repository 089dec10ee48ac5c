"""All candidates in one list, sorted."""

import torch


def beam_search(step_fn, bos, eos, width, max_len, alpha=0.0):
    beams = [([bos], 0.0)]
    for _ in range(max_len):
        candidates = []
        for tokens, total in beams:
            if len(tokens) > 1 and tokens[-1] == eos:
                candidates.append((tokens, total))
                continue
            for token, step in enumerate(step_fn(tokens).tolist()):
                candidates.append((tokens + [token], total + step))
        beams = sorted(candidates, key=lambda beam: -beam[1])[:width]
    return max(((tokens, total / (len(tokens) - 1) ** alpha) for tokens, total in beams), key=lambda beam: beam[1])
