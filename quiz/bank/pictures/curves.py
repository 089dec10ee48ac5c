"""Functions as curves: activations, their slopes, losses, penalties, schedules."""

import numpy as np

from nnref.numpy import (
    bce_with_logits,
    gelu,
    lr_at,
    relu,
    relu_backward,
    sigmoid,
    sigmoid_backward,
    soft_threshold,
    softmax,
    swish,
    tanh,
    tanh_backward,
)
from quiz.bank.pictures.axes import Axes, counted
from quiz.bank.pictures.gallery import picture
from quiz.bank.pictures.svg import Drawing

LEFT, TOP, WIDTH = 40.0, 24.0, 340.0


@picture(
    "Five activation functions from −4 to 4",
    "Sigmoid and tanh level off on both sides; ReLU, GELU and SiLU grow without bound to the right.",
    """Curves over x from minus 4 to 4. The sigmoid rises from 0 to 1 through one half. Tanh rises from minus 1 to 1
    through 0. ReLU is 0 on the left and equals x on the right. GELU and SiLU follow ReLU smoothly and dip a little
    below 0 on the left, SiLU deeper and longer.""",
    "activation-functions",
    "sigmoid-and-tanh",
    "relu-family",
    "gelu-and-swish",
)
def activation_curves() -> Drawing:
    drawing = Drawing(280)
    axes = Axes(drawing, LEFT, TOP, WIDTH, 210, (-4, 4), (-1.2, 3))
    axes.frame(counted(range(-4, 5, 2)), counted([-1, 0, 1, 2, 3]), "x")
    xs = np.linspace(-4, 4, 161)
    axes.curve(xs, relu(xs), "tone-1")
    axes.curve(xs, gelu(xs), "tone-2 dashed")
    axes.curve(xs, swish(xs), "tone-3 dotted")
    axes.curve(xs, sigmoid(xs), "tone-4")
    axes.curve(xs, tanh(xs), "tone-5 dashed")
    axes.label(2.35, 2.62, "ReLU", "tone-1", "end")
    axes.label(2.5, 2.0, "GELU", "tone-2")
    axes.label(2.0, 1.42, "SiLU", "tone-3")
    axes.label(-3.9, 0.18, "sigmoid", "tone-4")
    axes.label(-3.9, -0.82, "tanh", "tone-5")
    return drawing


@picture(
    "Slopes of sigmoid, tanh, ReLU and GELU",
    "The sigmoid's slope is never above 1/4, and far from 0 both sigmoid and tanh are flat.",
    """Slopes over x from minus 4 to 4. The sigmoid's is a low hump with its top of one quarter at 0. That of tanh is
    a hump with its top of 1 at 0. ReLU jumps from 0 to 1 at 0. GELU rises smoothly from about 0, a little below it,
    to 1, and overshoots a little.""",
    "sigmoid-and-tanh",
    "vanishing-gradients",
    "activation-functions",
)
def activation_slopes() -> Drawing:
    drawing = Drawing(270)
    axes = Axes(drawing, LEFT, TOP, WIDTH, 200, (-4, 4), (-0.25, 1.25))
    axes.frame(counted(range(-4, 5, 2)), counted([0, 0.25, 0.5, 1]), "x")
    xs = np.linspace(-4, 4, 161)
    ones = np.ones_like(xs)
    left = xs < 0
    axes.curve(xs[left], relu_backward(ones, xs)[left], "tone-1")
    axes.curve(xs[~left], np.ones(int((~left).sum())), "tone-1")
    axes.curve(xs, (gelu(xs + 1e-5) - gelu(xs - 1e-5)) / 2e-5, "tone-2 dashed")
    axes.curve(xs, sigmoid_backward(ones, xs), "tone-4")
    axes.curve(xs, tanh_backward(ones, xs), "tone-5 dashed")
    axes.label(3.9, 0.87, "ReLU", "tone-1", "end")
    axes.label(1.75, 1.15, "GELU", "tone-2")
    axes.label(1.9, 0.19, "sigmoid", "tone-4")
    axes.label(-0.95, 0.62, "tanh", "tone-5", "end")
    return drawing


@picture(
    "Loss of one example by the logit of the true class",
    "Where the model is sure and wrong (on the left), squared error is flat and cross-entropy is not.",
    """Two curves over the logit of the true class, from minus 6 to 6. Cross-entropy falls from 6 in nearly a straight
    line until it bends at 0 and goes to 0. The squared error of the sigmoid is an S turned round: flat near 1 on the
    left, 1/4 at 0, flat near 0 on the right.""",
    "squared-error-for-classification",
    "cross-entropy",
)
def loss_curves() -> Drawing:
    drawing = Drawing(270)
    axes = Axes(drawing, LEFT, TOP, WIDTH, 200, (-6, 6), (0, 6))
    axes.frame(counted([-6, -3, 0, 3, 6]), counted([0, 1, 2, 4, 6]), "logit of the true class", "loss")
    zs = np.linspace(-6, 6, 121)
    axes.curve(zs, [float(bce_with_logits(np.array([z]), np.ones(1))) for z in zs], "tone-1")
    axes.curve(zs, (1 - sigmoid(zs)) ** 2, "tone-5 dashed")
    axes.label(-2.8, 3.1, "cross-entropy", "tone-1")
    axes.label(-5.8, 1.2, "squared error", "tone-5")
    return drawing


@picture(
    "What one step of an L1 and of an L2 penalty makes of a weight",
    "The L1 step moves each weight by the same amount and stops at 0; the L2 step scales all of them.",
    """The new weight over the old one, from minus 2 to 2. Without a penalty it is the diagonal. The L2 step is a line
    through 0 with a smaller slope. The L1 step runs parallel to the diagonal, half a unit nearer to 0, and is exactly
    0 between minus one half and one half.""",
    "l1-and-l2",
    "regularisation",
)
def shrinking_steps() -> Drawing:
    drawing = Drawing(270)
    axes = Axes(drawing, LEFT, TOP, WIDTH, 200, (-2, 2), (-2, 2))
    axes.frame(counted([-2, -1, 0, 1, 2]), counted([-2, -1, 0, 1, 2]), "weight before", "weight after")
    ws = np.linspace(-2, 2, 81)
    axes.curve(ws, ws, "faint")
    axes.curve(ws, ws / 1.5, "tone-5 dashed")
    axes.curve(ws, soft_threshold(ws, 0.5), "tone-1")
    axes.label(1.0, 1.55, "no penalty", "faint", "end")
    axes.label(-1.25, -0.6, "L2", "tone-5", "end")
    axes.label(0.55, -0.35, "L1 (soft threshold)", "tone-1")
    return drawing


@picture(
    "Warm-up and cosine decay of the learning rate",
    "The rate rises in a straight line for the warm-up, then falls along half a cosine to its floor.",
    """The learning rate over 100 steps. It rises in a straight line to its peak of 1 in the first 10 steps, then
    falls along half a cosine, slowly at first and at the end, to 0.1 at step 100, where it stays.""",
    "learning-rate-schedules",
)
def rate_schedule() -> Drawing:
    drawing = Drawing(250)
    axes = Axes(drawing, LEFT, TOP, WIDTH, 180, (0, 120), (0, 1.1))
    axes.frame(counted([0, 10, 50, 100]), counted([0, 0.1, 0.5, 1]), "step", "learning rate / peak")
    steps = range(121)
    axes.curve(list(steps), [lr_at(step, 10, 100, 1.0, 0.1) for step in steps], "tone-1")
    axes.label(8, 0.45, "warm-up", "tone-1")
    axes.label(62, 0.6, "cosine", "tone-1")
    axes.label(104, 0.2, "floor", "tone-1")
    return drawing


@picture(
    "Softmax of four logits at three temperatures",
    "A low temperature sharpens the distribution, a high one flattens it; the order stays.",
    """Three groups of four bars: the probabilities of the logits 2, 1, 0 and minus 1 at the temperatures 0.5, 1 and
    3. At 0.5 the first bar is far above the others. At 1 the bars fall by a constant factor. At 3 they are nearly
    equal. In each group they fall from the first to the last.""",
    "softmax",
    "text-generation",
    "decoding-strategies",
)
def softmax_temperatures() -> Drawing:
    drawing = Drawing(250)
    axes = Axes(drawing, LEFT, TOP, WIDTH, 180, (0, 3), (0, 1))
    axes.frame((), counted([0, 0.25, 0.5, 0.75, 1]), "", "probability")
    for group, temperature in enumerate([0.5, 1.0, 3.0]):
        probabilities = softmax(np.array([2.0, 1.0, 0.0, -1.0]) / temperature)
        for place, probability in enumerate(probabilities):
            left, top = axes.at(group + 0.12 + 0.2 * place, probability)
            drawing.box(left, top, 18, TOP + 180 - top, "bar tone-1")
            drawing.text((left + 9, top - 5), f"{probability:.2f}".lstrip("0"), "tick", "middle")
        drawing.text((axes.at(group + 0.47, 0)[0], TOP + 198), f"T = {temperature:g}", "label", "middle")
    return drawing
