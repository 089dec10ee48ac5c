"""Beam search on small tables: greedy, a garden path, wide enough for all, length penalties, early and no ends."""

import numpy as np

from grader.cases import Case, exact
from nnref.numpy import beam_search as reference

arguments = {"alpha": exact}
outputs = ("tokens", "scores")
BOS, EOS = 0, 1


def cases(rng):
    def searches(count, length, size, width, alpha=None, eos=0.0):
        logits = 1.5 * rng.normal(size=(count, length, size, size))
        logits[..., EOS] += eos
        tables = logits - np.log(np.exp(logits).sum(axis=-1, keepdims=True))
        return dict(tables=tables, bos=BOS, eos=EOS, width=width, max_len=length, alpha=alpha)

    path = dict(tables=garden_path(rng)[None], bos=BOS, eos=EOS, max_len=2)
    yield Case("the likeliest first token misleads", **path, width=2, sample=True)
    yield Case("width 1 is greedy", **searches(4, 4, 4, width=1))
    yield Case("width 2", **searches(6, 4, 5, width=2, eos=0.5))
    yield Case("width 3, length penalty", **searches(12, 6, 5, width=3, alpha=0.7, eos=1.0))
    yield Case("width 2, mean log-probability", **searches(16, 6, 6, width=2, alpha=1.0, eos=1.0))
    late = dict(tables=late_bloomer(rng)[None], bos=BOS, eos=EOS, max_len=3)
    yield Case("longer prefixes against an early end", **late, width=2, alpha=1.0)
    yield Case("wide enough for every sequence", **searches(2, 3, 3, width=27))
    yield Case("an early end is likely", **searches(6, 4, 4, width=3, eos=2.5))
    yield Case("no end in sight", **searches(2, 4, 4, width=2, alpha=0.5, eos=-30.0))
    yield Case("one token at most", **searches(4, 1, 5, width=3))


def garden_path(rng):
    """Return a table in which the second likeliest first token leads to the likeliest sequence."""
    first, second = rng.uniform(0.5, 0.55), rng.uniform(0.38, 0.42)
    table = np.full((2, 4, 4), 0.25)
    table[0, BOS] = [0.02, 0.03, first, 0.95 - first]
    table[1, 2] = [0.32, 0.3, 0.2, 0.18]
    table[1, 3] = [0.04, 0.5 + second, 0.03, 0.43 - second]
    return np.log(table)


def late_bloomer(rng):
    """Return a table whose best mean belongs to a prefix with a sum too small to stay beside an early end."""
    table = np.full((3, 4, 4), 0.25)
    jitter = rng.uniform(-0.005, 0.005, size=2)
    table[0, BOS] = [0.032, 0.368 + jitter[0], 0.45 - jitter[0], 0.15]
    table[1, 2] = [0.09, 0.09, 0.45 + jitter[1], 0.37 - jitter[1]]
    table[2, 2] = [0.28, 0.3, 0.22, 0.2]
    table[2, 3] = [0.01, 0.97, 0.01, 0.01]
    return np.log(table)
