"""You count every occurrence that has a match somewhere: a k-gram counts at most as often as one reference contains it, otherwise "the the the" is perfect."""

from collections import Counter
import math

import numpy as np


def ngrams(tokens, order):
    return Counter(tuple(tokens[i : i + order]) for i in range(len(tokens) - order + 1))


def bleu(cands, refs, n=4):
    log_sum = 0.0
    for order in range(1, n + 1):
        matches = total = 0
        for cand, several in zip(cands, refs):
            known = set().union(*(ngrams(ref, order) for ref in several))
            matches += sum(count for gram, count in ngrams(cand, order).items() if gram in known)
            total += max(len(cand) - order + 1, 0)
        if matches == 0:
            return 0.0
        log_sum += math.log(matches / total)
    c = sum(map(len, cands))
    r = sum(min((abs(len(ref) - len(cand)), len(ref)) for ref in several)[1] for cand, several in zip(cands, refs))
    return min(1.0, math.exp(1 - r / c)) * math.exp(log_sum / n)
