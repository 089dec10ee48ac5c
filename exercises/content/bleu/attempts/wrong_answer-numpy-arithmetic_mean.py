"""You take the arithmetic mean of the precisions: BLEU takes the geometric one, the exponential of the mean logarithm."""

import math
from collections import Counter

import numpy as np


def ngrams(tokens, k):
    return Counter(tuple(tokens[i:i + k]) for i in range(len(tokens) - k + 1))


def bleu(cands, refs, n=4):
    mean = 0.0
    for k in range(1, n + 1):
        match = total = 0
        for cand, rs in zip(cands, refs):
            counts = ngrams(cand, k)
            best = Counter()
            for r in rs:
                best |= ngrams(r, k)
            match += sum((counts & best).values())
            total += sum(counts.values())
        if match == 0:
            return 0.0
        mean += match / total / n
    c = sum(len(cand) for cand in cands)
    r = sum(min((abs(len(ref) - len(cand)), len(ref)) for ref in rs)[1] for cand, rs in zip(cands, refs))
    bp = 1.0 if c > r else math.exp(1 - r / c)
    return bp * mean
