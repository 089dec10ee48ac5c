"""Losses: from logits where there are any, averaged over the batch."""

import numpy as np

from nnref.numpy.activations import log_sigmoid, log_softmax, logsumexp
from nnref.numpy.arrays import Array

SHAPES_DIFFER = "shapes must be equal, got {} and {}"


def mse_loss(pred: Array, target: Array, reduction: str = "mean") -> Array:
    r"""Return the squared error: its mean over all elements, its sum, or element by element ("none").

    Formula: $L = \frac{1}{n} \sum_i (\hat y_i - y_i)^2$ over all $n$ elements.

    Shapes: pred and target any, equal; returns a scalar, or their shape for "none".
    Raises: ValueError where the shapes differ, even if they would broadcast, and for an unknown reduction.
    Note: no factor one half.
    Source: Bishop 2006, Pattern Recognition and Machine Learning, section 1.1.
    """
    if pred.shape != target.shape:
        raise ValueError(SHAPES_DIFFER.format(pred.shape, target.shape))
    errors = np.square(pred - target)
    if reduction == "none":
        return errors
    if reduction == "sum":
        return errors.sum()
    if reduction == "mean":
        return errors.mean()
    raise ValueError(f"reduction: expected 'mean', 'sum' or 'none', got {reduction!r}")


def binary_cross_entropy(p: Array, y: Array, eps: float = 1e-12) -> Array:
    r"""Return the mean binary cross-entropy of probabilities, clipped to [eps, 1 - eps].

    Formula: $L = -\frac{1}{n} \sum_i \left( y_i \log p_i + (1 - y_i) \log(1 - p_i) \right)$.

    Shapes: p and y any, equal; returns a scalar.
    Raises: ValueError where the shapes differ.
    Note: clipping keeps the logarithm finite; with logits at hand use `bce_with_logits`, which needs no clipping.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, section 6.2.2.2.
    """
    if p.shape != y.shape:
        raise ValueError(SHAPES_DIFFER.format(p.shape, y.shape))
    p = np.clip(p, eps, 1 - eps)
    return -(y * np.log(p) + (1 - y) * np.log(np.maximum(1 - p, eps))).mean()


def bce_with_logits(logits: Array, y: Array) -> Array:
    r"""Return the mean binary cross-entropy of logits; labels may lie anywhere in [0, 1].

    Formula: $L = -\frac{1}{n} \sum_i \left( y_i \log \sigma(z_i) + (1 - y_i) \log \sigma(-z_i) \right)$.

    Shapes: logits and y any, equal; returns a scalar.
    Raises: ValueError where the shapes differ.
    Note: both terms are log-sigmoids, so a confident right answer keeps its tiny loss: 2e-22 at a logit of 50.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, section 6.2.2.2.
    """
    if logits.shape != y.shape:
        raise ValueError(SHAPES_DIFFER.format(logits.shape, y.shape))
    return -(y * log_sigmoid(logits) + (1 - y) * log_sigmoid(-logits)).mean()


def cross_entropy(logits: Array, y: Array) -> Array:
    r"""Return the mean cross-entropy of class indices under the softmax of the logits.

    Formula: $L = \frac{1}{N} \sum_n \left( \log \sum_c e^{z_{nc}} - z_{n y_n} \right)$.

    Shapes: logits (N, C), y (N,) integers in 0..C-1; returns a scalar.
    Raises: IndexError for a label out of range.
    Note: the logarithm of the softmax is never taken from the softmax; the mean is over examples, not classes.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, section 6.2.2.3.
    """
    return -log_softmax(logits)[np.arange(len(y)), y].mean()


def masked_cross_entropy(logits: Array, y: Array, mask: Array) -> Array:
    r"""Return the mean cross-entropy over the positions where the mask is True; 0 if there are none.

    Formula: $L = \frac{\sum_{nt} m_{nt}\, \ell_{nt}}{\sum_{nt} m_{nt}}$, $\ell_{nt}$ the cross-entropy at one position.

    Shapes: logits (N, T, V), y (N, T) integers, mask (N, T) booleans (True = counts); returns a scalar.
    Raises: IndexError for a label out of range.
    Note: masked positions are dropped, not multiplied by 0, so whatever they hold cannot turn the loss into NaN.
    Source: Sutskever, Vinyals, Le 2014, Sequence to sequence learning with neural networks, section 3.2 (the average
        log-probability of the target words that exist).
    """
    if not mask.any():
        return np.zeros((), logits.dtype)
    return cross_entropy(logits[mask], y[mask])


def label_smoothing_ce(logits: Array, y: Array, eps: float = 0.1) -> Array:
    r"""Return the mean cross-entropy against labels mixed with the uniform distribution.

    Formula: $L = -\frac{1}{N} \sum_n \sum_k q_{nk} \log p_{nk}$ with $q_{nk} = \frac{\varepsilon}{K}$, plus
    $1 - \varepsilon$ at $k = y_n$.

    Shapes: logits (N, K), y (N,) integers in 0..K-1; returns a scalar.
    Raises: IndexError for a label out of range.
    Note: the share eps / K goes to every class, the true one included, as in the paper and in PyTorch.
    Source: Szegedy et al. 2016, Rethinking the Inception architecture for computer vision, section 7.
    """
    log_p = log_softmax(logits)
    true = log_p[np.arange(len(y)), y]  # (N,)
    return -((1 - eps) * true + eps * log_p.mean(axis=1)).mean()


def focal_loss(logits: Array, y: Array, gamma: float = 2.0, alpha: float = 1.0) -> Array:
    r"""Return the mean multi-class focal loss.

    Formula: $L = -\frac{\alpha}{N} \sum_n (1 - p_{n y_n})^\gamma \log p_{n y_n}$.

    Shapes: logits (N, C), y (N,) integers in 0..C-1; returns a scalar.
    Raises: IndexError for a label out of range.
    Note: $1 - p$ is taken as -expm1(log p), which keeps the digits of a confident right answer.
    Source: Lin, Goyal, Girshick, He, Dollár 2017, Focal loss for dense object detection, section 3.
    """
    log_p = log_softmax(logits)[np.arange(len(y)), y]  # (N,)
    return -alpha * ((-np.expm1(log_p)) ** gamma * log_p).mean()


def triplet_loss(a: Array, p: Array, n: Array, margin: float = 1.0) -> Array:
    r"""Return the mean triplet loss with Euclidean distances.

    Formula: $L = \frac{1}{N} \sum_i \max(0, \|a_i - p_i\| - \|a_i - n_i\| + m)$.

    Shapes: a, p, n (N, D): anchors, positives, negatives; returns a scalar.
    Note: plain distances, not squared ones, and no epsilon is added inside the root.
    Source: Weinberger, Saul 2009, Distance metric learning for large margin nearest neighbor classification, JMLR 10,
        section 3; Schroff, Kalenichenko, Philbin 2015, FaceNet, section 3.1 (there with squared distances).
    """
    gap = np.linalg.norm(a - p, axis=1) - np.linalg.norm(a - n, axis=1)  # (N,)
    return np.maximum(gap + margin, 0).mean()


def contrastive_loss(a: Array, b: Array, same: Array, margin: float = 1.0) -> Array:
    r"""Return the mean contrastive loss of pairs: pull equal ones together, push others beyond the margin.

    Formula: $L = \frac{1}{2N} \sum_i \left( s_i d_i^2 + (1 - s_i) \max(0, m - d_i)^2 \right)$, $d_i = \|a_i - b_i\|$.

    Shapes: a, b (N, D), same (N,) of 0/1 or booleans; returns a scalar.
    Source: Hadsell, Chopra, LeCun 2006, Dimensionality reduction by learning an invariant mapping, section 2.1.
    """
    distance = np.linalg.norm(a - b, axis=1)  # (N,)
    return np.where(same, distance**2, np.maximum(margin - distance, 0) ** 2).mean() / 2


def info_nce(za: Array, zb: Array, temperature: float) -> Array:
    r"""Return the symmetric InfoNCE loss of two batches of embeddings, row i of one belonging to row i of the other.

    Formula: $L = \frac{1}{2N} \sum_i \left( \log \sum_j e^{s_{ij}} + \log \sum_j e^{s_{ji}} - 2 s_{ii} \right)$,
    with $s_{ij} = \cos(a_i, b_j) / \tau$.

    Shapes: za, zb (N, D); returns a scalar.
    Note: rows are normalised to length 1 first; a cold temperature makes large logits, hence log-sum-exp.
    Source: van den Oord, Li, Vinyals 2018, Representation learning with contrastive predictive coding, section 2.3;
        Radford et al. 2021, Learning transferable visual models from natural language supervision, figure 3.
    """
    za = za / np.linalg.norm(za, axis=1, keepdims=True)
    zb = zb / np.linalg.norm(zb, axis=1, keepdims=True)
    scores = za @ zb.T / temperature  # (N, N)
    both = logsumexp(scores) + logsumexp(scores, axis=0)  # (N,)
    return (both / 2 - np.diag(scores)).mean()
