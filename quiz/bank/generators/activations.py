"""Numbers about activation functions and losses."""

import numpy as np

from quiz.bank.generators.drawing import pick, show, variant, whole
from quiz.bank.numeric import Numeric


@variant
def leaky_relu_value(rng: np.random.Generator) -> Numeric:
    slope = pick(rng, [0.01, 0.05, 0.1, 0.2, 0.25])
    x = -whole(rng, 2, 60) / 10
    return Numeric(
        prompt=rf"What is the leaky ReLU with negative slope $\alpha = {show(slope)}$ at $x = {show(x)}$?",
        answer=slope * x,
        wrong=[
            (0.0, r"That is the plain ReLU; the leaky one lets $\alpha x$ through."),
            (x, r"Negative inputs are scaled by $\alpha$, not passed unchanged."),
            (slope, r"$\alpha$ is the slope on the negative side, not the value."),
            (-slope * x, "The sign stays: a negative input gives a small negative output."),
        ],
        atol=1e-9,
        explanation=rf"$x < 0$, so the value is $\alpha x = {show(slope)} \cdot ({show(x)}) = {show(slope * x)}$.",
    )


@variant
def activation_slope(rng: np.random.Generator) -> Numeric:
    x = pick(rng, [-1, 1]) * whole(rng, 5, 25) / 10
    s, t = 1 / (1 + np.exp(-x)), np.tanh(x)
    if rng.random() < 0.5:
        name, answer, rule = r"sigmoid $\sigma(x)$", s * (1 - s), r"\sigma'(x) = \sigma(x)(1-\sigma(x))"
        wrong = [
            (s, r"This is the value $\sigma(x)$, not its derivative."),
            (1 - s * s, r"$1 - f(x)^2$ is the rule for tanh; the sigmoid's is $\sigma(1-\sigma)$."),
            (0.25, r"$1/4$ is the largest slope, reached only at $x = 0$."),
        ]
    else:
        name, answer, rule = r"$\tanh(x)$", 1 - t * t, r"\tanh'(x) = 1 - \tanh(x)^2"
        wrong = [
            (float(t), r"This is the value $\tanh(x)$, not its derivative."),
            (t * (1 - t), r"$f(1-f)$ is the rule for the sigmoid; tanh has $1 - \tanh^2$."),
            (1.0, r"1 is the largest slope, reached only at $x = 0$."),
        ]
    return Numeric(
        prompt=f"What is the derivative of the {name} at $x = {show(x)}$, to three decimals?",
        answer=float(answer),
        wrong=[(float(value), why) for value, why in wrong],
        atol=6e-4,
        explanation=rf"${rule} \approx {answer:.4f}$.",
    )
