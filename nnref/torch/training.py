"""Around the optimiser, on tensors: schedules, averages of weights, mini-batches."""

import math
from collections.abc import Iterator

import torch
from torch import Tensor


def lr_at(step: int, warmup: int, total: int, peak: float, floor: float = 0.0) -> float:
    r"""Return the learning rate of a step (counted from 0): linear warm-up, then a cosine down to the floor.

    Formula: $\eta_t = \eta_{\max} \frac{t + 1}{W}$ for $t < W$, then
    $\eta_t = \eta_{\min} + (\eta_{\max} - \eta_{\min}) \cos^2(\frac{\pi}{2} \frac{t - W}{T - W})$,
    and $\eta_{\min}$ from $T$ on.

    Shapes: all arguments numbers; returns a number.
    Note: the first step already has a positive rate; with W = T the cosine part is empty.
    Source: Loshchilov, Hutter 2017, SGDR: stochastic gradient descent with warm restarts, section 3; Goyal et al. 2017,
        Accurate, large minibatch SGD, section 2.2 (warm-up).
    """
    if step < warmup:
        return peak / warmup * (step + 1)
    progress = 1.0 if step >= total else (step - warmup) / (total - warmup)
    weight = math.cos(math.pi / 2 * progress) ** 2
    return weight * peak + (1 - weight) * floor


def ema_update(ema: Tensor, w: Tensor, decay: float, step: int | None = None) -> tuple[Tensor, Tensor]:
    r"""Return `(state, value)` of an exponential moving average of weights.

    Formula: $s' = \beta s + (1 - \beta) w$; the value is $s' / (1 - \beta^t)$ if the step $t$ is given, else $s'$.

    Shapes: ema and w any, equal; returns two tensors of that shape.
    Note: with the correction start from zeros, without it from the first weights.
    Source: Polyak, Juditsky 1992, Acceleration of stochastic approximation by averaging; Kingma, Ba 2015, Adam,
        sections 3 (the correction) and 7.2 (averages of parameters).
    """
    state = torch.lerp(w, ema, decay)
    return state, state.clone() if step is None else state / (1 - decay**step)


def minibatches(
    X: Tensor, y: Tensor, batch_size: int, generator: torch.Generator, drop_last: bool = False
) -> Iterator[tuple[Tensor, Tensor]]:
    r"""Return an iterator over one epoch of mini-batches in random order.

    Formula: batch k holds the rows $\pi(kb), \dots, \pi(\min((k+1)b, N) - 1)$ of a random permutation $\pi$.

    Shapes: X (N, ...), y (N, ...); yields pairs with batch_size rows each, the last one with the rest unless drop_last.
    Note: every row comes exactly once; X and y are permuted together; each call draws a new order from the generator.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, section 8.1.3.
    """
    order = torch.randperm(len(X), generator=generator, device=generator.device).to(X.device)
    for chosen in torch.split(order, batch_size):
        if len(chosen) == batch_size or not drop_last:
            yield X[chosen], y[chosen]
