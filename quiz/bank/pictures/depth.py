"""What becomes of signals and gradients in deep and in recurrent networks."""

from collections.abc import Callable
from functools import partial

import numpy as np
from numpy.typing import NDArray

from nnref.numpy import activation_stds, gradient_norms, he, relu, rnn_forward, rnn_grad_norms, xavier
from quiz.bank.pictures.axes import Axes, counted, powers
from quiz.bank.pictures.gallery import picture
from quiz.bank.pictures.svg import Drawing

Array = NDArray[np.float64]
LAYERS, UNITS = 20, 100


def _norms(activation: str, weight: Callable[[np.random.Generator], Array]) -> Array:
    """The gradient's norm in each layer, relative to the last layer's."""
    rng = np.random.default_rng(0)
    weights = [weight(rng) for _ in range(LAYERS)]
    norms = np.array(gradient_norms(weights, rng.normal(size=(50, UNITS)), rng.normal(size=(50, UNITS)), activation))
    return np.asarray(norms / norms[-1])


@picture(
    "Gradient norm of each of 20 layers, relative to the last",
    "With sigmoids the gradient shrinks by a constant factor in each layer; with ReLU and He weights it lasts.",
    """The norm of the weights' gradient in the layers 1 to 20 of random networks of width 100, on a logarithmic
    scale. For the sigmoid it falls in a straight line from 1 in layer 20 to about two times ten to the minus 12 in
    layer 1. For tanh with Glorot weights and for ReLU with He weights it stays near 1.""",
    "vanishing-gradients",
    "initialising-weights",
    "difficulties-of-training",
)
def gradients_by_depth() -> Drawing:
    drawing = Drawing(270)
    axes = Axes(drawing, 52, 24, 328, 200, (1, LAYERS), (1e-13, 1e3), logarithmic=True)
    axes.frame(counted([1, 5, 10, 15, 20]), powers([0, -3, -6, -9, -12]), "layer (the last is 20)")
    layers = np.arange(1, LAYERS + 1)
    spread = UNITS**-0.5
    axes.curve(layers, _norms("sigmoid", lambda rng: rng.normal(0, spread, (UNITS, UNITS))), "tone-4")
    axes.curve(layers, _norms("tanh", lambda rng: xavier((UNITS, UNITS), rng, "normal")), "tone-5 dashed")
    axes.curve(layers, _norms("relu", lambda rng: he((UNITS, UNITS), rng)), "tone-1")
    axes.label(9, 3e-9, "sigmoid", "tone-4")
    axes.label(2, 4e-3, "tanh, Glorot weights", "tone-5")
    axes.label(2, 12, "ReLU, He weights", "tone-1")
    return drawing


def _scale(gain: float, fan_in: int) -> float:
    """The weights' standard deviation for the variance gain / n."""
    return float((gain / fan_in) ** 0.5)


@picture(
    "Standard deviation of the activations in 20 ReLU layers, for three initial scales",
    "Weights a little too small or too large shrink or blow up the signal geometrically; He's scale keeps it.",
    """The standard deviation of the activations in the layers 1 to 20, on a logarithmic scale, for ReLU networks of
    width 100. With the weights' variance 1/n it falls in a straight line to below a thousandth. With He's 2/n it
    stays between 0.3 and 1. With 4/n it rises in a straight line to almost 400.""",
    "variance-propagation",
    "initialising-weights",
    "exploding-gradients",
)
def signals_by_depth() -> Drawing:
    drawing = Drawing(270)
    axes = Axes(drawing, 52, 24, 328, 200, (1, LAYERS), (1e-4, 1e4), logarithmic=True)
    axes.frame(counted([1, 5, 10, 15, 20]), powers([-4, -2, 0, 2, 4]), "layer")
    x = np.random.default_rng(1).normal(size=(200, UNITS))
    for gain, look in ((1, "tone-4"), (2, "tone-1"), (4, "tone-5 dashed")):
        rng = np.random.default_rng(2)
        stds = activation_stds([UNITS] * (LAYERS + 1), x, partial(_scale, gain), relu, rng)
        axes.curve(np.arange(1, LAYERS + 1), stds, look)
    axes.label(12, 300, "variance 4/n", "tone-5", "end")
    axes.label(12, 1.6, "variance 2/n (He)", "tone-1")
    axes.label(11, 3e-3, "variance 1/n", "tone-4", "end")
    return drawing


@picture(
    "Gradient by the states of an RNN, 40 steps back",
    "The gradient fades with a small recurrent matrix and grows with a large one, step by step.",
    """The norm of the gradient by the hidden state, over the number of steps back from the loss, 0 to 39, on a
    logarithmic scale, for three recurrent matrices that are the same rotation times a factor, at states near 0. With
    the factor 0.7 it falls in a straight line to about a millionth. With 1 it stays at 1. With 1.5 it rises in a
    straight line to about ten million.""",
    "backpropagation-through-time",
    "vanishing-gradients",
    "exploding-gradients",
    "lstm-versus-plain-rnn",
)
def gradients_through_time() -> Drawing:
    steps, units = 40, 32
    drawing = Drawing(270)
    axes = Axes(drawing, 52, 24, 328, 200, (0, steps - 1), (1e-8, 1e8), logarithmic=True)
    axes.frame(counted([0, 10, 20, 30, 39]), powers([-8, -4, 0, 4, 8]), "steps back from the loss")
    rng = np.random.default_rng(3)
    rotation, _ = np.linalg.qr(rng.normal(size=(units, units)))
    inputs = np.zeros((1, steps, units))
    for factor, look in ((0.7, "tone-4"), (1.0, "tone-1"), (1.5, "tone-5 dashed")):
        start = np.full((1, units), 1e-9)  # small states: tanh is a line there
        states = rnn_forward(inputs, start, np.eye(units), factor * rotation, np.zeros(units))[0]
        norms = rnn_grad_norms(factor * rotation, states, np.full(units, units**-0.5))
        axes.curve(np.arange(steps), norms[::-1], look)
    axes.label(24, 3e5, "× 1.5 per step", "tone-5", "end")
    axes.label(20, 8, "× 1.0", "tone-1")
    axes.label(24, 1e-5, "× 0.7 per step", "tone-4", "end")
    return drawing
