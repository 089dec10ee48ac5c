"""You stop when the best beam is finished: with a length penalty a longer beam may still overtake it; stop when all beams are finished."""

import heapq

import numpy as np


def beam_search(step_fn, bos, eos, width, max_len, alpha=0.0):
    beams = [(0.0, [bos])]
    for _ in range(max_len):
        if beams[0][1][-1] == eos:
            break
        cands = []
        for s, toks in beams:
            if len(toks) > 1 and toks[-1] == eos:
                cands.append((s, toks))
                continue
            logp = step_fn(toks)
            for v, lp in enumerate(logp):
                cands.append((s + float(lp), toks + [v]))
        beams = heapq.nlargest(width, cands, key=lambda c: c[0])
    scored = [(s / (len(t) - 1) ** alpha, t) for s, t in beams]
    best = max(scored)
    return best[1], best[0]
