"""You leave out the brevity penalty: without it a candidate of one sure word is perfect."""

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
    return math.exp(log_sum / n)
