"""Counters with minimum and maximum."""

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
            found, allowed = ngrams(cand, order), Counter()
            for ref in several:
                allowed |= ngrams(ref, order)
            matches += (found & allowed).total()
            total += found.total()
        if matches == 0:
            return 0.0
        log_sum += math.log(matches / total)
    c = sum(map(len, cands))
    r = sum(min((abs(len(ref) - len(cand)), len(ref)) for ref in several)[1] for cand, several in zip(cands, refs))
    return min(1.0, math.exp(1 - r / c)) * math.exp(log_sum / n)
