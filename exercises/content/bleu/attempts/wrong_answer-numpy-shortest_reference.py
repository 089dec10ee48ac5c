"""You compare with the shortest reference: the penalty takes, for each candidate, the reference whose length is closest to it."""

import math
from collections import Counter

import numpy as np


def ngrams(tokens, k):
    return Counter(tuple(tokens[i:i + k]) for i in range(len(tokens) - k + 1))


def bleu(cands, refs, n=4):
    log_sum = 0.0
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
        log_sum += math.log(match / total)
    c = sum(len(cand) for cand in cands)
    r = sum(min(len(ref) for ref in rs) for rs in refs)
    bp = 1.0 if c > r else math.exp(1 - r / c)
    return bp * math.exp(log_sum / n)
