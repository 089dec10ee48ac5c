"""You average the scores of the sentences: BLEU sums matches and totals over the corpus before it divides."""

from collections import Counter
import math

import numpy as np


def ngrams(tokens, order):
    return Counter(tuple(tokens[i : i + order]) for i in range(len(tokens) - order + 1))


def of_sentence(cand, several, n):
    log_sum = 0.0
    for order in range(1, n + 1):
        found, allowed = ngrams(cand, order), Counter()
        for ref in several:
            allowed |= ngrams(ref, order)
        matches = (found & allowed).total()
        if matches == 0:
            return 0.0
        log_sum += math.log(matches / found.total())
    r = min((abs(len(ref) - len(cand)), len(ref)) for ref in several)[1]
    return min(1.0, math.exp(1 - r / len(cand))) * math.exp(log_sum / n)


def bleu(cands, refs, n=4):
    return sum(of_sentence(cand, several, n) for cand, several in zip(cands, refs)) / len(cands)
