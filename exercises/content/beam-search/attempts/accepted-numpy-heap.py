"""Finished beams stand by; the best candidates come from a heap."""

import heapq

import numpy as np


def beam_search(step_fn, bos, eos, width, max_len, alpha=0.0):
    beams = [(0.0, (bos,), False)]
    for _ in range(max_len):
        if all(done for *_, done in beams):
            break
        pool = [beam for beam in beams if beam[2]]
        for total, tokens, done in beams:
            if not done:
                steps = np.asarray(step_fn(list(tokens)), dtype=np.float64)
                for token in np.argsort(-steps)[:width]:
                    pool.append((total + steps[token], (*tokens, int(token)), int(token) == eos))
        beams = heapq.nlargest(width, pool, key=lambda beam: beam[0])
    best = max(beams, key=lambda beam: beam[0] / (len(beam[1]) - 1) ** alpha)
    return list(best[1]), best[0] / (len(best[1]) - 1) ** alpha
