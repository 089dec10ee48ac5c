"""BLEU: one and several sentences and references, clipping, candidates too short and too long, orders without a match."""

from grader.cases import Case
from nnref.numpy import bleu as reference

WORDS = "the a cat dog mat house sat saw on under big red".split()


def cases(rng):
    def sentence(length):
        return [WORDS[i] for i in rng.integers(len(WORDS), size=length)]

    def changed(tokens, times):
        tokens = list(tokens)
        for _ in range(times):
            tokens[int(rng.integers(len(tokens)))] = WORDS[int(rng.integers(len(WORDS)))]
        return tokens

    long = [sentence(length) for length in (9, 12, 7)]
    yield Case("three sentences", cands=[changed(s, 1) for s in long], refs=[[s] for s in long], n=2, sample=True)
    yield Case("default order", cands=[changed(s, 1) for s in long], refs=[[s, changed(s, 2)] for s in long])
    yield Case("too short", cands=[s[:-2] for s in long], refs=[[s] for s in long], n=3)
    yield Case("too long", cands=[s + ["on", "the"] for s in long], refs=[[s] for s in long], n=3)
    repeated = ["the", "the", "the", "cat", "the", "cat"]
    yield Case("repeated words are clipped", cands=[repeated], refs=[[["the", "cat", "sat"], ["the", "the", "cat"]]], n=2, sample=True)
    base = sentence(8)
    yield Case("closest reference length", cands=[base], refs=[[base + ["big", "red", "dog"], base[:-1], base + ["mat"]]], n=2)
    yield Case("the closest reference is longer", cands=[base], refs=[[base[:-2], base + ["mat"]]], n=2)
    yield Case("sentences of unequal quality", cands=[long[0], changed(long[1], 6)], refs=[[long[0]], [long[1]]], n=1)
    yield Case("no match of the highest order", cands=[["the", "cat", "on"]], refs=[[["cat", "the", "sat", "on"]]], n=3)
    yield Case("too short for the highest order", cands=[["the", "cat"]], refs=[[["the", "cat", "sat"]]], n=3)
    yield Case("perfect", cands=[s[:] for s in long], refs=[[s] for s in long], n=4)
