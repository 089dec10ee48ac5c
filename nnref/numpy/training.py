"""Around the optimiser: schedules, averages of weights, when to stop, mini-batches, and a whole training loop."""

import itertools
import math
from collections.abc import Iterator, Sequence

import numpy as np

from nnref.numpy.arrays import Array
from nnref.numpy.backprop import mlp_loss_grad
from nnref.numpy.initialization import he
from nnref.numpy.linear import Layer


def lr_at(step: int, warmup: int, total: int, peak: float, floor: float = 0.0) -> float:
    r"""Return the learning rate of a step (counted from 0): linear warm-up, then a cosine down to the floor.

    Formula: $\eta_t = \eta_{\max} \frac{t + 1}{W}$ for $t < W$, then
    $\eta_t = \eta_{\min} + \frac{1}{2} (\eta_{\max} - \eta_{\min}) (1 + \cos(\pi \frac{t - W}{T - W}))$,
    and $\eta_{\min}$ from $T$ on.

    Shapes: all arguments numbers; returns a number.
    Note: the first step already has a positive rate; with W = T the cosine part is empty.
    Source: Loshchilov, Hutter 2017, SGDR: stochastic gradient descent with warm restarts, section 3; Goyal et al. 2017,
        Accurate, large minibatch SGD, section 2.2 (warm-up).
    """
    if step < warmup:
        return peak * (step + 1) / warmup
    if step >= total:
        return floor
    return floor + (peak - floor) * (1 + math.cos(math.pi * (step - warmup) / (total - warmup))) / 2


def ema_update(ema: Array, w: Array, decay: float, step: int | None = None) -> tuple[Array, Array]:
    r"""Return `(state, value)` of an exponential moving average of weights.

    Formula: $s' = \beta s + (1 - \beta) w$; the value is $s' / (1 - \beta^t)$ if the step $t$ is given, else $s'$.

    Shapes: ema and w any, equal; returns two arrays of that shape.
    Note: with the correction start from zeros, without it from the first weights.
    Source: Polyak, Juditsky 1992, Acceleration of stochastic approximation by averaging; Kingma, Ba 2015, Adam,
        sections 3 (the correction) and 7.2 (averages of parameters).
    """
    state = decay * ema + (1 - decay) * w
    return state, state if step is None else state / (1 - decay**step)


def early_stop(losses: Sequence[float], patience: int, min_delta: float) -> tuple[int | None, int | None]:
    r"""Return `(stop_epoch, best_epoch)` of the early-stopping rule, epochs counted from 0.

    Formula: an epoch improves if $\ell < \ell_{\mathrm{best}} - \delta$; stop at the end of the epoch that completes
    `patience` epochs in a row without improvement.

    Shapes: losses a sequence of numbers; returns two integers, or None where training never stops or nothing improved.
    Note: NaN never improves, since every comparison with it is false.
    Source: Prechelt 1998, Early stopping - but when?; Goodfellow, Bengio, Courville 2016, Deep Learning, algorithm 7.1.
    """
    best, best_epoch, bad = math.inf, None, 0
    for epoch, loss in enumerate(losses):
        if loss < best - min_delta:
            best, best_epoch, bad = loss, epoch, 0
        else:
            bad += 1
            if bad >= patience:
                return epoch, best_epoch
    return None, best_epoch


def minibatches(
    X: Array, y: Array, batch_size: int, rng: np.random.Generator, drop_last: bool = False
) -> Iterator[tuple[Array, Array]]:
    r"""Return an iterator over one epoch of mini-batches in random order.

    Formula: batch k holds the rows $\pi(kb), \dots, \pi(\min((k+1)b, N) - 1)$ of a random permutation $\pi$.

    Shapes: X (N, ...), y (N, ...); yields pairs with batch_size rows each, the last one with the rest unless drop_last.
    Note: every row comes exactly once; X and y are permuted together; each call draws a new order from rng.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, section 8.1.3.
    """
    order = rng.permutation(len(X))
    stop = len(X) - len(X) % batch_size if drop_last else len(X)
    for start in range(0, stop, batch_size):
        chosen = order[start : start + batch_size]
        yield X[chosen], y[chosen]


def train_mlp(X: Array, y: Array, hidden: int, steps: int, lr: float, rng: np.random.Generator) -> list[Layer]:
    r"""Return the layers of a classifier with one hidden ReLU layer after training by stochastic gradient descent.

    Formula: $\theta \leftarrow \theta - \eta \nabla_\theta CE(\theta; \mathrm{batch})$, `steps` times, with batches
    of 32 that go through the data epoch by epoch, each epoch in a new random order.

    Shapes: X (N, D); y (N,), class indices; returns [(w1 (D, hidden), b1 (hidden,)), (w2 (hidden, C), b2 (C,))].
    Note: weights start after He, biases at zero; all randomness comes from rng.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, algorithm 8.1; He et al. 2015, Delving deep into
        rectifiers, section 2.2 (the start).
    """
    sizes = [X.shape[1], hidden, int(y.max()) + 1]
    layers = [(he(shape, rng), np.zeros(shape[1])) for shape in itertools.pairwise(sizes)]
    batches = itertools.chain.from_iterable(minibatches(X, y, 32, rng) for _ in itertools.count())
    for xb, yb in itertools.islice(batches, steps):
        _, grads = mlp_loss_grad(layers, xb, yb, "relu")
        layers = [(w - lr * dw, b - lr * db) for (w, b), (dw, db) in zip(layers, grads, strict=True)]
    return layers
