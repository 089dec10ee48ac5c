"""You choose the beam with the largest sum and divide only its score: the penalty comes before the choice, so that a longer beam can win."""

import heapq

import numpy as np


def beam_search(step_fn, bos, eos, width, max_len, alpha=0.0):
    beams = [(0.0, [bos])]
    for _ in range(max_len):
        if all(len(t) > 1 and t[-1] == eos for _, t in beams):
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
    total, tokens = max(beams, key=lambda beam: beam[0])
    return tokens, total / (len(tokens) - 1) ** alpha
