"""Runs the search on models given as tables: log p(next token | place, last token) = table[place, last, next]."""

import numpy as np


def drive(solution, tables, bos, eos, width, max_len, alpha=None):
    last = () if alpha is None else (alpha,)
    found = [solution.beam_search(model(table), bos, eos, width, max_len, *last) for table in tables]
    return {
        "tokens": [np.array([int(token) for token in tokens], dtype=np.int64) for tokens, _ in found],
        "scores": [float(score) for _, score in found],
    }


def model(table):
    """Return the step function of one table."""
    return lambda prefix: table[len(prefix) - 1, int(prefix[-1])]
