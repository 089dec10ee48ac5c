"""A matrix of sums, beams by tokens, in which a finished beam has one column only."""

import torch


def beam_search(step_fn, bos, eos, width, max_len, alpha=0.0):
    tokens, totals, done = [[bos]], torch.zeros(1, dtype=torch.float64), [False]
    for _ in range(max_len):
        if all(done):
            break
        steps = [None if finished else step_fn(sequence) for sequence, finished in zip(tokens, done)]
        asked = next(step for step in steps if step is not None)
        size = len(asked)
        stays = torch.full_like(asked, -torch.inf)
        stays[eos] = 0.0
        sums = totals[:, None] + torch.stack([stays if step is None else step for step in steps])
        totals, places = sums.flatten().topk(min(width, sums.numel()))
        parents, following = (places // size).tolist(), (places % size).tolist()
        tokens = [tokens[i] if done[i] else tokens[i] + [t] for i, t in zip(parents, following)]
        done = [sequence[-1] == eos for sequence in tokens]
    scores = totals / torch.tensor([len(sequence) - 1.0 for sequence in tokens], dtype=torch.float64) ** alpha
    best = int(scores.argmax())
    return tokens[best], scores[best]
