"""Around the optimiser, on tensors: schedules, averages of weights, mini-batches, and a whole training loop."""

import itertools
import math
from collections.abc import Iterator

import torch
from torch import Tensor
from torch.nn.functional import cross_entropy

from nnref.torch.initialization import he
from nnref.torch.linear import Layer, mlp_forward


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


def train_mlp(X: Tensor, y: Tensor, hidden: int, steps: int, lr: float, generator: torch.Generator) -> list[Layer]:
    r"""Return the layers of a classifier with one hidden ReLU layer after training by stochastic gradient descent.

    Formula: $\theta \leftarrow \theta - \eta \nabla_\theta CE(\theta; \mathrm{batch})$, `steps` times, with batches
    of 32 that go through the data epoch by epoch, each epoch in a new random order.

    Shapes: X (N, D); y (N,), class indices; returns [(w1 (D, hidden), b1 (hidden,)), (w2 (hidden, C), b2 (C,))].
    Note: weights start after He, biases at zero; all randomness comes from the generator.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, algorithm 8.1; He et al. 2015, Delving deep into
        rectifiers, section 2.2 (the start).
    """
    sizes = [X.shape[1], hidden, int(y.max()) + 1]
    layers = [(he(shape, generator).to(X), X.new_zeros(shape[1])) for shape in itertools.pairwise(sizes)]
    parameters = [p.requires_grad_() for layer in layers for p in layer]
    optimiser = torch.optim.SGD(parameters, lr=lr)
    batches = itertools.chain.from_iterable(minibatches(X, y, 32, generator) for _ in itertools.count())
    for xb, yb in itertools.islice(batches, steps):
        optimiser.zero_grad()
        cross_entropy(mlp_forward(xb, layers), yb).backward()  # type: ignore[no-untyped-call]
        optimiser.step()
    return [(w.detach(), b.detach()) for w, b in layers]
