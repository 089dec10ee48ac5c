"""Measures of how good predictions are."""

import math
from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np

from nnref.numpy.arrays import Array

Tokens = Sequence[str]


def kfold(n: int, k: int, rng: np.random.Generator) -> list[tuple[Array, Array]]:
    r"""Return the k pairs (train, validation) of row numbers of a shuffled k-fold split.

    Formula: pair i is $(\{0, \dots, n-1\} \setminus F_i,\; F_i)$ for disjoint folds $F_1, \dots, F_k$ of a permutation.

    Shapes: n rows, k folds; returns k pairs of integer arrays that together hold 0..n-1.
    Raises: ValueError for k below 2 or above n.
    Note: the rows are shuffled once; the first n mod k folds have one row more.
    Source: Stone 1974, Cross-validatory choice and assessment of statistical predictions, JRSS B 36(2); Hastie,
        Tibshirani, Friedman 2009, The Elements of Statistical Learning, section 7.10.
    """
    if not 2 <= k <= n:
        raise ValueError(f"k must lie between 2 and n = {n}, got {k}")
    folds = np.array_split(rng.permutation(n), k)
    return [(np.concatenate(folds[:i] + folds[i + 1 :]), folds[i]) for i in range(k)]


def metrics(y: Array, yhat: Array, K: int) -> dict[str, Any]:
    r"""Return confusion matrix, precision, recall and F1 for each class, their averages, and the accuracy.

    Formula: $P_k = \frac{c_{kk}}{\sum_i c_{ik}}$, $R_k = \frac{c_{kk}}{\sum_j c_{kj}}$,
    $F_k = \frac{2 c_{kk}}{\sum_i c_{ik} + \sum_j c_{kj}}$, with $c_{ij}$ the count of true class i predicted as j.

    Shapes: y, yhat (N,) integers in 0..K-1; confusion (K, K), precision, recall, f1 (K,), the rest scalars.
    Note: a quotient with denominator 0 is 0. Micro F1 equals the accuracy when every example has one label.
    Source: van Rijsbergen 1979, Information Retrieval, chapter 7; Sokolova, Lapalme 2009, A systematic analysis of
        performance measures for classification tasks, section 2.
    """
    confusion = np.zeros((K, K), np.int64)
    np.add.at(confusion, (y, yhat), 1)
    hits, predicted, actual = np.diag(confusion), confusion.sum(axis=0), confusion.sum(axis=1)
    f1 = 2 * hits / np.maximum(predicted + actual, 1)
    accuracy = hits.sum() / len(y)
    return {
        "confusion": confusion,
        "precision": hits / np.maximum(predicted, 1),
        "recall": hits / np.maximum(actual, 1),
        "f1": f1,
        "macro_f1": f1.mean(),
        "micro_f1": accuracy,
        "weighted_f1": (f1 * actual).sum() / len(y),
        "accuracy": accuracy,
    }


def roc_auc(y: Array, score: Array) -> float:
    r"""Return the area under the ROC curve.

    Formula: $\mathrm{AUC} = P(s_+ > s_-) + \frac{1}{2} P(s_+ = s_-)$ over all pairs of a positive and a negative.

    Shapes: y (N,) of 0/1 or booleans, score (N,); returns a number.
    Raises: ValueError where one of the two classes is missing.
    Note: tied pairs count one half, which is what the trapezoids of the curve give.
    Source: Hanley, McNeil 1982, The meaning and use of the area under a receiver operating characteristic curve,
        Radiology 143(1).
    """
    positive = np.asarray(y, bool)
    if positive.all() or not positive.any():
        raise ValueError("the area needs examples of both classes")
    gaps = score[positive][:, None] - score[~positive]  # (P, M)
    return float(((gaps > 0) + 0.5 * (gaps == 0)).mean())


def bleu(cands: Sequence[Tokens], refs: Sequence[Sequence[Tokens]], n: int = 4) -> float:
    r"""Return the corpus BLEU of candidate sentences, each with one or more references.

    Formula: $\mathrm{BLEU} = \min(1, e^{1 - r/c}) \exp(\frac{1}{n} \sum_{k=1}^n \log p_k)$, with $p_k$ the clipped
    k-gram precision of the whole corpus, c the length of the candidates and r that of their closest references.

    Shapes: cands a list of token lists, refs a list (one entry a candidate) of lists of token lists; returns a number.
    Note: counts are summed over the corpus before dividing; 0 if some order has no match; of two equally close
        reference lengths the shorter counts.
    Source: Papineni, Roukos, Ward, Zhu 2002, BLEU: a method for automatic evaluation of machine translation, section 2.
    """
    matches, totals = np.zeros(n), np.zeros(n)
    for cand, several in zip(cands, refs, strict=True):
        for order in range(n):
            found = ngrams(cand, order + 1)
            allowed: Counter[Tokens] = Counter()
            for ref in several:
                allowed |= ngrams(ref, order + 1)
            matches[order] += (found & allowed).total()
            totals[order] += found.total()
    if not matches.all():
        return 0.0
    length = sum(map(len, cands))
    wanted = sum(
        min((abs(len(ref) - len(cand)), len(ref)) for ref in several)[1]
        for cand, several in zip(cands, refs, strict=True)
    )
    brevity = min(1.0, math.exp(1 - wanted / length))
    return brevity * math.exp(np.log(matches / totals).mean())


def ngrams(tokens: Tokens, order: int) -> Counter[Tokens]:
    """Return how often each run of `order` tokens occurs."""
    return Counter(tuple(tokens[i : i + order]) for i in range(len(tokens) - order + 1))
