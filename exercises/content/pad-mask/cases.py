"""Padding: rows of real zeros, a padding value, tokens, equal lengths, one step; states and means behind padding."""

import numpy as np

from grader.cases import Case, exact
from nnref.numpy import last_valid, masked_mean, pad

references = {"pad": pad, "last_valid": last_valid, "masked_mean": masked_mean}
arguments = {"value": exact}
outputs = {"pad": ("x", "mask"), "last_valid": ("state",), "masked_mean": ("mean",)}


def cases(rng):
    def seqs(*lengths):
        return [rng.normal(size=(n, 3)) for n in lengths]

    yield Case("three sequences", seqs=seqs(2, 4, 1), sample=True)
    zeros = seqs(3, 5, 4)
    zeros[0][1:], zeros[1][0], zeros[2][2] = 0, 0, 0
    yield Case("real zeros are no padding", seqs=zeros, value=0)
    yield Case("another padding value", seqs=seqs(1, 3), value=-1.5)
    yield Case("real values equal to the padding", seqs=[np.full((2, 2), 7.0), rng.normal(size=(4, 2))], value=7.0)
    yield Case("token numbers", seqs=[rng.integers(0, 9, size=n) for n in (3, 6, 2)], value=0)
    yield Case("equal lengths", seqs=seqs(3, 3, 3))
    yield Case("one sequence of one step", seqs=seqs(1))
    yield Case("no sequences", seqs=[], raises=True)
    yield Case("an empty sequence", seqs=seqs(2, 0, 3), raises=True)

    def states(*lengths):
        return dict(h=rng.normal(size=(len(lengths), max(lengths), 4)), lengths=np.array(lengths))

    yield Case("last states", **states(3, 1, 5), call="last_valid", sample=True)
    yield Case("last states, square", **states(2, 4, 3, 1), call="last_valid")
    yield Case("last states, all full", **states(3, 3), call="last_valid")
    empty = dict(h=rng.normal(size=(2, 3, 2)), lengths=np.array([3, 0]))
    yield Case("the state of an empty sequence", **empty, call="last_valid", raises=True)

    def padded(*lengths, fill=0.0):
        mask = np.arange(max(lengths)) < np.array(lengths)[:, None]
        return dict(x=np.where(mask[:, :, None], rng.normal(1, 1, size=(*mask.shape, 3)), fill), mask=mask)

    yield Case("means", **padded(2, 4, 1), call="masked_mean", sample=True)
    yield Case("means, other padding", **padded(5, 3, fill=100.0), call="masked_mean")
    yield Case("means, nothing padded", **padded(3, 3, 3), call="masked_mean")
