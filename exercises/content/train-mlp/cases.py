"""A training loop: three spiral arms, sorted by class; the loss of what was trained is measured."""

import numpy as np

from grader.cases import Case, by_function, generator
from nnref.numpy import cross_entropy, mlp_forward, train_mlp

references = {"train": train_mlp}
BOUND = 0.3
CLOSE = 1e-3
without = {"repeat": "a training loop is long"}
SHAPES = "a list of two pairs, [(w1, b1), (w2, b2)]"


def cases(rng):
    X, y = spirals(rng)
    sizes = dict(hidden=64, steps=84, lr=0.75)
    yield Case("spirals", X=X, y=y, **sizes, rng=generator(rng), judge=by_function, gradient=False, sample=True)


def spirals(rng, arms=3, n=160):
    """Return X (arms * n, 2) and y (arms * n,): half a turn each, from the middle outwards, one arm after the other.

    480 rows make whole batches of 16 and 32: a last batch of two rows would spoil what a right loop has learned.
    """
    r = np.linspace(0.1, 1, n)
    angles = [np.pi * r + 2 * np.pi * k / arms for k in range(arms)]
    X = np.concatenate([np.stack([r * np.cos(t), r * np.sin(t)], axis=1) for t in angles])
    return X + rng.normal(0, 0.03, X.shape), np.repeat(np.arange(arms), n)


def verify(case, inputs, output):
    if isinstance(output, list) and len(output) == 3 and isinstance(output[2], list):  # PyTorch's driver adds a single step
        *output, (off, far) = output
    else:
        off, far = 0.0, 1.0
    layers = [layer for layer in output if isinstance(layer, (list, tuple))] if isinstance(output, (list, tuple)) else []
    if len(layers) != 2 or len(output) != 2 or any(len(layer) != 2 for layer in layers):
        return f"return the trained parameters as {SHAPES}"
    D, H, C = inputs["X"].shape[1], inputs["hidden"], int(inputs["y"].max()) + 1
    wanted = {"w1": (D, H), "b1": (H,), "w2": (H, C), "b2": (C,)}
    for (name, shape), part in zip(wanted.items(), [*layers[0], *layers[1]]):
        if not isinstance(part, np.ndarray) or part.dtype.kind != "f":
            return f"{name} is not an array of floating-point numbers"
        if part.shape != shape:
            return f"{name}: expected shape {shape}, got {part.shape}"
        if not np.isfinite(part).all():
            return f"{name} holds a number that is not finite: the training has diverged"
    logits = mlp_forward(inputs["X"], [(w.astype(float), b.astype(float)) for w, b in layers], "relu")
    loss = float(cross_entropy(logits, inputs["y"]))
    if loss <= BOUND and not off <= CLOSE:
        return (
            f"the loss is low enough, but with steps = 1 and lr = 0.1 on rows that are all alike the parameters go {far:.3g} "
            f"times as far as one update by the gradient of the mean cross-entropy takes them, and end {off:.3g} of that way off"
        )
    if loss <= BOUND:
        return None
    per_arm = [float(cross_entropy(logits[inputs["y"] == k], np.full((inputs["y"] == k).sum(), k))) for k in range(C)]
    arms = ", ".join(f"{value:.2g}" for value in per_arm)
    return f"after training the loss over all rows is {loss:.3g}, wanted at most {BOUND}; by class it is {arms}"
