"""Losses on tensors: from logits where there are any, averaged over the batch."""

import torch
from torch import Tensor

from nnref.torch.activations import log_sigmoid, log_softmax, logsumexp, relu


def mse_loss(pred: Tensor, target: Tensor, reduction: str = "mean") -> Tensor:
    r"""Return the squared error: its mean over all elements, its sum, or element by element ("none").

    Formula: $L = \frac{1}{n} \sum_i (\hat y_i - y_i)^2$ over all $n$ elements.

    Shapes: pred and target any, equal; returns a scalar, or their shape for "none".
    Raises: ValueError where the shapes differ, even if they would broadcast, and for an unknown reduction.
    Note: no factor one half.
    Source: Bishop 2006, Pattern Recognition and Machine Learning, section 1.1.
    """
    if pred.shape != target.shape:
        raise ValueError(f"shapes must be equal, got {tuple(pred.shape)} and {tuple(target.shape)}")
    errors = (pred - target) ** 2
    match reduction:
        case "none":
            return errors
        case "sum":
            return errors.sum()
        case "mean":
            return errors.sum() / errors.numel()
    raise ValueError(f"reduction: expected 'mean', 'sum' or 'none', got {reduction!r}")


def binary_cross_entropy(p: Tensor, y: Tensor, eps: float = 1e-12) -> Tensor:
    r"""Return the mean binary cross-entropy of probabilities, clipped to [eps, 1 - eps].

    Formula: $L = -\frac{1}{n} \sum_i \left( y_i \log p_i + (1 - y_i) \log(1 - p_i) \right)$.

    Shapes: p and y any, equal; returns a scalar.
    Raises: ValueError where the shapes differ.
    Note: clipping keeps the logarithm finite; with logits at hand use `bce_with_logits`, which needs no clipping.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, section 6.2.2.2.
    """
    if p.shape != y.shape:
        raise ValueError(f"shapes must be equal, got {tuple(p.shape)} and {tuple(y.shape)}")
    p = p.clamp(eps, 1 - eps)
    return -(torch.xlogy(y, p) + torch.xlogy(1 - y, (1 - p).clamp(min=eps))).mean()


def bce_with_logits(logits: Tensor, y: Tensor) -> Tensor:
    r"""Return the mean binary cross-entropy of logits; labels may lie anywhere in [0, 1].

    Formula: $L = -\frac{1}{n} \sum_i \left( y_i \log \sigma(z_i) + (1 - y_i) \log \sigma(-z_i) \right)$.

    Shapes: logits and y any, equal; returns a scalar.
    Raises: ValueError where the shapes differ.
    Note: both terms are log-sigmoids, so a confident right answer keeps its tiny loss: 2e-22 at a logit of 50.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, section 6.2.2.2.
    """
    if logits.shape != y.shape:
        raise ValueError(f"shapes must be equal, got {tuple(logits.shape)} and {tuple(y.shape)}")
    return (y * softplus(-logits) + (1 - y) * softplus(logits)).mean()


def cross_entropy(logits: Tensor, y: Tensor) -> Tensor:
    r"""Return the mean cross-entropy of class indices under the softmax of the logits.

    Formula: $L = \frac{1}{N} \sum_n \left( \log \sum_c e^{z_{nc}} - z_{n y_n} \right)$.

    Shapes: logits (N, C), y (N,) integers in 0..C-1; returns a scalar.
    Raises: IndexError for a label out of range.
    Note: the logarithm of the softmax is never taken from the softmax; the mean is over examples, not classes.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, section 6.2.2.3.
    """
    true = logits.gather(1, y.unsqueeze(1)).squeeze(1)  # (N,)
    return (logsumexp(logits, 1) - true).mean()


def masked_cross_entropy(logits: Tensor, y: Tensor, mask: Tensor) -> Tensor:
    r"""Return the mean cross-entropy over the positions where the mask is True; 0 if there are none.

    Formula: $L = \frac{\sum_{nt} m_{nt}\, \ell_{nt}}{\sum_{nt} m_{nt}}$, $\ell_{nt}$ the cross-entropy at one position.

    Shapes: logits (N, T, V), y (N, T) integers, mask (N, T) booleans (True = counts); returns a scalar.
    Raises: IndexError for a label out of range.
    Note: masked positions are dropped, not multiplied by 0, so whatever they hold cannot turn the loss into NaN.
    Source: Sutskever, Vinyals, Le 2014, Sequence to sequence learning with neural networks, section 3.2 (the average
        log-probability of the target words that exist).
    """
    if not mask.any():
        return logits.new_zeros(())
    losses = -log_softmax(logits.masked_fill(~mask.unsqueeze(-1), 0)).gather(-1, y.unsqueeze(-1)).squeeze(-1)  # (N, T)
    return (losses * mask).sum() / mask.sum()


def label_smoothing_ce(logits: Tensor, y: Tensor, eps: float = 0.1) -> Tensor:
    r"""Return the mean cross-entropy against labels mixed with the uniform distribution.

    Formula: $L = -\frac{1}{N} \sum_n \sum_k q_{nk} \log p_{nk}$ with $q_{nk} = \frac{\varepsilon}{K}$, plus
    $1 - \varepsilon$ at $k = y_n$.

    Shapes: logits (N, K), y (N,) integers in 0..K-1; returns a scalar.
    Raises: IndexError for a label out of range.
    Note: the share eps / K goes to every class, the true one included, as in the paper and in PyTorch.
    Source: Szegedy et al. 2016, Rethinking the Inception architecture for computer vision, section 7.
    """
    log_p = log_softmax(logits)
    targets = torch.full_like(log_p, eps / logits.shape[1])
    targets.scatter_add_(1, y.unsqueeze(1), torch.full_like(log_p[:, :1], 1 - eps).detach())  # (N, K)
    return -(targets * log_p).sum(1).mean()


def focal_loss(logits: Tensor, y: Tensor, gamma: float = 2.0, alpha: float = 1.0) -> Tensor:
    r"""Return the mean multi-class focal loss.

    Formula: $L = -\frac{\alpha}{N} \sum_n (1 - p_{n y_n})^\gamma \log p_{n y_n}$.

    Shapes: logits (N, C), y (N,) integers in 0..C-1; returns a scalar.
    Raises: IndexError for a label out of range.
    Note: $1 - p$ is taken as -expm1(log p), which keeps the digits of a confident right answer.
    Source: Lin, Goyal, Girshick, He, Dollár 2017, Focal loss for dense object detection, section 3.
    """
    log_p = log_softmax(logits).gather(1, y.unsqueeze(1)).squeeze(1)  # (N,)
    return -(alpha * (-torch.expm1(log_p)).pow(gamma) * log_p).mean()


def triplet_loss(a: Tensor, p: Tensor, n: Tensor, margin: float = 1.0) -> Tensor:
    r"""Return the mean triplet loss with Euclidean distances.

    Formula: $L = \frac{1}{N} \sum_i \max(0, \|a_i - p_i\| - \|a_i - n_i\| + m)$.

    Shapes: a, p, n (N, D): anchors, positives, negatives; returns a scalar.
    Note: plain distances, not squared ones, and no epsilon is added inside the root.
    Source: Weinberger, Saul 2009, Distance metric learning for large margin nearest neighbor classification, JMLR 10,
        section 3; Schroff, Kalenichenko, Philbin 2015, FaceNet, section 3.1 (there with squared distances).
    """
    return relu(distance(a, p) - distance(a, n) + margin).mean()


def contrastive_loss(a: Tensor, b: Tensor, same: Tensor, margin: float = 1.0) -> Tensor:
    r"""Return the mean contrastive loss of pairs: pull equal ones together, push others beyond the margin.

    Formula: $L = \frac{1}{2N} \sum_i \left( s_i d_i^2 + (1 - s_i) \max(0, m - d_i)^2 \right)$, $d_i = \|a_i - b_i\|$.

    Shapes: a, b (N, D), same (N,) of 0/1 or booleans; returns a scalar.
    Source: Hadsell, Chopra, LeCun 2006, Dimensionality reduction by learning an invariant mapping, section 2.1.
    """
    gap = distance(a, b)  # (N,)
    same = same.to(gap.dtype)
    return (same * gap.square() + (1 - same) * relu(margin - gap).square()).mean() / 2


def info_nce(za: Tensor, zb: Tensor, temperature: float) -> Tensor:
    r"""Return the symmetric InfoNCE loss of two batches of embeddings, row i of one belonging to row i of the other.

    Formula: $L = \frac{1}{2N} \sum_i \left( \log \sum_j e^{s_{ij}} + \log \sum_j e^{s_{ji}} - 2 s_{ii} \right)$,
    with $s_{ij} = \cos(a_i, b_j) / \tau$.

    Shapes: za, zb (N, D); returns a scalar.
    Note: rows are normalised to length 1 first; a cold temperature makes large logits, hence log-sum-exp.
    Source: van den Oord, Li, Vinyals 2018, Representation learning with contrastive predictive coding, section 2.3;
        Radford et al. 2021, Learning transferable visual models from natural language supervision, figure 3.
    """
    scores = torch.einsum("id,jd->ij", za / distance(za)[:, None], zb / distance(zb)[:, None]) / temperature  # (N, N)
    rows = log_softmax(scores, 1).diagonal()
    columns = log_softmax(scores, 0).diagonal()
    return -(rows + columns).mean() / 2


def softplus(x: Tensor) -> Tensor:
    r"""Return $\log(1 + e^x)$, element by element, without overflow."""
    return -log_sigmoid(-x)


def distance(a: Tensor, b: Tensor | float = 0.0) -> Tensor:
    """Return the Euclidean distance of each row pair, (N,), with gradient 0 where the distance is 0."""
    squares = (a - b).square().sum(1)  # (N,)
    apart = squares > 0
    return torch.where(apart, torch.where(apart, squares, 1).sqrt(), 0)
