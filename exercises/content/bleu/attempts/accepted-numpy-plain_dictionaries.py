"""Plain dictionaries and loops, a product instead of logarithms."""

import math

import numpy as np


def counts(tokens, order):
    table = {}
    for start in range(len(tokens) - order + 1):
        gram = " ".join(tokens[start : start + order])
        table[gram] = table.get(gram, 0) + 1
    return table


def bleu(cands, refs, n=4):
    product = 1.0
    for order in range(1, n + 1):
        matched = offered = 0
        for cand, several in zip(cands, refs):
            tables = [counts(ref, order) for ref in several]
            for gram, count in counts(cand, order).items():
                matched += min(count, max(table.get(gram, 0) for table in tables))
                offered += count
        product *= matched / offered if offered else 0.0
    candidate_length = reference_length = 0
    for cand, several in zip(cands, refs):
        lengths = sorted(len(ref) for ref in several)
        candidate_length += len(cand)
        reference_length += min(lengths, key=lambda length: abs(length - len(cand)))
    penalty = 1.0 if candidate_length >= reference_length else math.exp(1 - reference_length / candidate_length)
    return penalty * product ** (1 / n)
