"""Training as it goes: learning curves, the trade-off, paths of optimisers, a ROC curve."""

import numpy as np
from numpy.typing import NDArray

from nnref.numpy import adam, bias_variance, he, mlp_loss_grad, roc_auc, sgd_momentum, sgd_step
from quiz.bank.pictures.axes import Axes, counted
from quiz.bank.pictures.gallery import picture
from quiz.bank.pictures.svg import Drawing

Array = NDArray[np.float64]
Path = list[tuple[float, float]]


@picture(
    "Bias, variance and expected error by the degree of a polynomial",
    "Bias falls and variance rises with the degree; their sum and the noise has its lowest point in between.",
    """Four curves over the degree of a polynomial, 0 to 10, each fitted to 200 training sets of 12 noisy points of a
    sine. The squared bias falls from about 0.5 to almost 0 at degree 3. The variance rises, slowly at first and
    steeply at the end. The noise is a level line at 0.1. The expected error is their sum: it falls, is lowest at
    degree 3, and rises again.""",
    "bias-variance-trade-off",
    "curing-overfitting",
    "double-descent",
)
def bias_and_variance() -> Drawing:
    drawing = Drawing(270)
    axes = Axes(drawing, 40, 24, 340, 200, (0, 10), (0, 0.8))
    axes.frame(counted([0, 2, 4, 6, 8, 10]), counted([0, 0.2, 0.4, 0.6, 0.8]), "degree", "squared error")
    rng = np.random.default_rng(0)
    noise = 0.1
    at = np.linspace(0.02, 0.98, 50)
    xs = np.linspace(0, 1, 12)
    targets = np.sin(2 * np.pi * xs) + rng.normal(0, noise**0.5, (200, 12))
    rows = []
    for degree in range(11):
        fits = np.polynomial.polynomial.polyfit(xs, targets.T, degree)  # (degree + 1, 200)
        preds = np.polynomial.polynomial.polyval(at, fits)  # (200, 50)
        rows.append(bias_variance(preds, np.sin(2 * np.pi * at), noise))
    degrees = np.arange(11)
    bias, variance, total = np.array(rows).T
    axes.curve(degrees, bias, "tone-4")
    axes.curve(degrees, variance, "tone-5 dashed")
    axes.curve(degrees, np.full(11, noise), "faint")
    axes.curve(degrees, total, "tone-1")
    axes.label(1.0, 0.24, "bias²", "tone-4")
    axes.label(8.9, 0.02, "variance", "tone-5", "end")
    axes.label(0.1, 0.12, "noise", "faint")
    axes.label(1.2, 0.52, "expected error", "tone-1")
    return drawing


def _losses(hidden: int, decay: float, epochs: int, rate: float) -> tuple[Array, Array]:
    """Training and validation loss by epoch of a small classifier of noisy labels."""
    rng = np.random.default_rng(5)
    X, noise = rng.normal(size=(1040, 10)), rng.random(1040) < 0.1
    y = ((X[:, 0] * X[:, 1] + X[:, 2] > 0) ^ noise).astype(int)
    train, valid = slice(0, 40), slice(40, None)
    layers = [(he(shape, rng), np.zeros(shape[1])) for shape in ((10, hidden), (hidden, 2))]
    found = []
    for _ in range(epochs):
        loss, grads = mlp_loss_grad(layers, X[train], y[train], "relu")
        found.append((float(loss), float(mlp_loss_grad(layers, X[valid], y[valid], "relu")[0])))
        layers = [
            (sgd_step(w, dw, rate, decay), sgd_step(b, db, rate, 0.0))
            for (w, b), (dw, db) in zip(layers, grads, strict=True)
        ]
    losses = np.array(found).T
    return losses[0], losses[1]


@picture(
    "Training and validation loss of a network that overfits, and with early stopping",
    "The training loss goes on falling; the validation loss turns round. Keep the weights of its lowest point.",
    """Two curves over 400 epochs of a small network trained on 40 examples with some wrong labels. The training loss
    falls all the time towards 0. The validation loss falls at first, has its lowest point early, marked by a dot, and
    then rises steadily. The gap between the two grows.""",
    "learning-curves",
    "early-stopping-and-checkpoints",
    "curing-overfitting",
    "regularisation",
)
def learning_curves() -> Drawing:
    epochs = 400
    drawing = Drawing(270)
    axes = Axes(drawing, 40, 24, 340, 200, (0, epochs), (0, 1.2))
    axes.frame(counted([0, 100, 200, 300, 400]), counted([0, 0.4, 0.8, 1.2]), "epoch", "loss")
    training, validation = _losses(64, 0.0, epochs, 0.1)
    axes.curve(np.arange(epochs), training, "tone-1")
    axes.curve(np.arange(epochs), validation, "tone-5 dashed")
    best = int(np.argmin(validation))
    drawing.dot(axes.at(best, validation[best]), 5, "unit unit-on")
    axes.label(best + 12, validation[best] - 0.1, "stop here", "tone-5")
    axes.label(205, validation[190] - 0.1, "validation", "tone-5")
    axes.label(190, training[190] + 0.05, "training", "tone-1")
    return drawing


def _slope(w: Array) -> Array:
    """The gradient of a ravine, ten times steeper across than along."""
    return np.asarray(np.array([1.0, 12.0]) * w)


@picture(
    "Thirty steps of three optimisers in a ravine",
    "Plain gradient descent swings across the ravine, momentum gets along it, Adam steps alike in both directions.",
    """Ellipses show a ravine that is much steeper across than along, with its minimum to the right of the middle.
    From the same start at the upper left, plain gradient descent zigzags across, less and less, while it creeps
    along. Momentum and Adam move in wide curves instead; both run a little past the minimum and turn back.""",
    "momentum-and-nesterov",
    "adam-versus-sgd",
    "learning-rate",
)
def optimiser_paths() -> Drawing:
    drawing = Drawing(270)
    axes = Axes(drawing, 20, 20, 360, 200, (-4.4, 2.2), (-1.4, 1.4))
    for level in (0.3, 1.0, 2.1):
        angles = np.linspace(0, 2 * np.pi, 73)
        drawing.curve(
            [axes.at((2 * level) ** 0.5 * np.cos(a), (2 * level / 12) ** 0.5 * np.sin(a)) for a in angles],
            "curve faint",
        )
    paths = _paths(np.array([-3.9, 1.1]), 30)
    for name, look, at in (
        ("gradient descent", "tone-4", (-4.3, -1.35)),
        ("momentum", "tone-1", (-1.6, -1.35)),
        ("Adam", "tone-5 dashed", (0.5, -1.35)),
    ):
        drawing.curve([axes.at(x, y) for x, y in paths[name]], f"curve {look}")
        axes.label(*at, name, look.split()[0])
    drawing.dot(axes.at(0, 0), 4, "unit unit-on")
    drawing.text((axes.at(0, 0)[0], axes.at(0, 0)[1] - 62), "minimum", "tick", "middle")
    drawing.line(axes.at(0, 0.8), axes.at(0, 0.06))
    return drawing


def _paths(start: Array, steps: int) -> dict[str, Path]:
    """The places of each optimiser's steps."""
    plain = heavy = scaled = start
    velocity = first = second = np.zeros(2)
    paths: dict[str, Path] = {name: [(start[0], start[1])] for name in ("gradient descent", "momentum", "Adam")}
    for step in range(1, steps + 1):
        plain = sgd_step(plain, _slope(plain), 0.155, 0.0)
        heavy, velocity = sgd_momentum(heavy, _slope(heavy), velocity, 0.02, 0.9)
        scaled, first, second = adam(scaled, _slope(scaled), first, second, step, 0.25)
        for name, place in zip(paths, (plain, heavy, scaled), strict=True):
            paths[name].append((float(place[0]), float(place[1])))
    return paths


@picture(
    "ROC curve and precision-recall curve of the same scores, with 5 % positives",
    "The left curve looks fine; the right one shows what a few positives among many negatives mean.",
    """Two square diagrams for the scores of 2,000 examples, 5 percent of them positive. On the left the ROC curve:
    recall over the rate of false positives, well above the diagonal, with an area of about 0.90. On the right
    precision over recall: it starts near 0.9, is below one half at recall 0.5, and below 0.1 when all positives are
    found. Chance is a line at 0.05.""",
    "roc-and-precision-recall",
    "metrics-for-networks",
    "class-imbalance",
)
def roc_and_precision() -> Drawing:
    rng = np.random.default_rng(4)
    y = np.arange(2000) < 100
    scores = rng.normal(size=2000) + 1.9 * y
    order = np.argsort(-scores)
    hits, alarms = np.cumsum(y[order]), np.cumsum(~y[order])
    recall, precision = hits / 100, hits / (hits + alarms)
    drawing = Drawing(235)
    left = Axes(drawing, 40, 30, 145, 145, (0, 1), (0, 1))
    right = Axes(drawing, 240, 30, 145, 145, (0, 1), (0, 1))
    left.frame(counted([0, 0.5, 1]), counted([0, 0.5, 1]), "false positive rate", "recall")
    right.frame(counted([0, 0.5, 1]), counted([0, 0.5, 1]), "recall", "precision")
    left.curve([0, 1], [0, 1], "faint")
    left.curve(alarms[::10] / 1900, recall[::10], "tone-1")
    right.curve([0, 1], [0.05, 0.05], "faint")
    right.curve(recall[4::10], precision[4::10], "tone-5")
    left.label(0.97, 0.1, f"area {roc_auc(y, scores):.2f}", "tone-1", "end")
    right.label(0.02, 0.1, "chance", "faint")
    return drawing
