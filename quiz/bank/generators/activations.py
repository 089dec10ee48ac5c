"""Numbers about activation functions and losses."""

import numpy as np

from nnref.numpy import gelu, leaky_relu, sigmoid, sigmoid_backward, swish, tanh, tanh_backward
from quiz.bank.generators.drawing import THREE_DIGITS, pick, show, tex, variant, whole
from quiz.bank.numeric import Numeric

LIMITS = {"float16": 11.09, "float32": 88.72, "float64": 709.78}  # ln of the largest finite number


@variant
def leaky_relu_value(rng: np.random.Generator) -> Numeric:
    slope = pick(rng, [0.01, 0.05, 0.1, 0.2, 0.25])
    x = -whole(rng, 2, 60) / 10
    return Numeric(
        prompt=rf"What is the leaky ReLU with negative slope $\alpha = {show(slope)}$ at $x = {show(x)}$?",
        answer=float(leaky_relu(np.array(x), slope)),
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
    s, t = float(sigmoid(np.array(x))), float(tanh(np.array(x)))
    one = np.array(1.0)
    if rng.random() < 0.5:
        name, answer = r"the sigmoid $\sigma(x)$", float(sigmoid_backward(one, np.array(x)))
        rule = r"\sigma'(x) = \sigma(x)(1-\sigma(x))"
        wrong = [
            (s, r"This is the value $\sigma(x)$, not its derivative."),
            (1 - s * s, r"$1 - f(x)^2$ is the rule for tanh; the sigmoid's is $\sigma(1-\sigma)$."),
            (0.25, r"$1/4$ is the largest slope, reached only at $x = 0$."),
        ]
    else:
        name, answer = r"$\tanh(x)$", float(tanh_backward(one, np.array(x)))
        rule = r"\tanh'(x) = 1 - \tanh(x)^2"
        wrong = [
            (float(t), r"This is the value $\tanh(x)$, not its derivative."),
            (t * (1 - t), r"$f(1-f)$ is the rule for the sigmoid; tanh has $1 - \tanh^2$."),
            (1.0, r"1 is the largest slope, reached only at $x = 0$."),
        ]
    return Numeric(
        prompt=f"What is the derivative of {name} at $x = {show(x)}$, to three decimals?",
        answer=float(answer),
        wrong=[(float(value), why) for value, why in wrong],
        atol=6e-4,
        explanation=rf"${rule} \approx {answer:.4f}$.",
    )


@variant
def tanh_from_sigmoid(rng: np.random.Generator) -> Numeric:
    s = whole(rng, 55, 95) / 100
    return Numeric(
        prompt=rf"For some $x$ you know that $\sigma(2x) = {show(s)}$. What is $\tanh(x)$?",
        answer=2 * s - 1,
        wrong=[
            (s, r"$\tanh(x) = 2\sigma(2x) - 1$: it has the range $(-1, 1)$."),
            (2 * s, "The shift by $-1$ is missing."),
            (1 - s, r"That is $\sigma(-2x)$."),
            (s * (1 - s), r"That is the derivative of the sigmoid at $2x$."),
        ],
        atol=1e-6,
        explanation=rf"$\tanh(x) = 2\sigma(2x) - 1 = {show(2 * s - 1)}$.",
    )


@variant
def gelu_value(rng: np.random.Generator) -> Numeric:
    x = pick(rng, [-2, -1.5, -1, -0.5, 0.5, 1, 1.5, 2, -2.5, 2.5])
    if rng.random() < 0.5:
        name, formula, answer = "GELU (exact)", r"x\,\Phi(x)", float(gelu(np.array(x)))
        other = (float(swish(np.array(x))), r"That is SiLU, $x\,\sigma(x)$.")
    else:
        name, formula, answer = "SiLU", r"x\,\sigma(x)", float(swish(np.array(x)))
        other = (float(gelu(np.array(x))), r"That is GELU, $x\,\Phi(x)$.")
    return Numeric(
        prompt=rf"What is {name}, ${formula}$, at $x = {show(x)}$, to three decimals?"
        + (r" ($\Phi$ is the standard normal distribution function.)" if "Phi" in formula else ""),
        answer=answer,
        wrong=[
            other,
            (float(max(x, 0.0)), "That is ReLU; the smooth functions differ from it near 0."),
            (answer / x, f"That is the gate alone; it still multiplies $x = {show(x)}$."),
        ],
        atol=6e-4,
        explanation=rf"${formula} \approx {answer:.4f}$.",
    )


@variant
def exponential_limit(rng: np.random.Generator) -> Numeric:
    name, largest = pick(
        rng, [("float16", 65504.0), ("float32", 3.4028234663852886e38), ("float64", 1.7976931348623157e308)]
    )
    minus = rng.random() < 0.5
    limit = float(np.log(largest))
    question = (
        rf"`exp(-x)` overflows in {name} when $x$ falls below $-t$. What is $t$"
        if minus
        else f"Up to which x is `exp(x)` finite in {name}"
    )
    return Numeric(
        prompt=f"{question}, to three significant digits? The largest finite number is about ${tex(largest)}$.",
        answer=limit,
        wrong=[
            (float(np.log10(largest)), "That is the decimal logarithm; the natural one is needed."),
            (float(np.log2(largest)), "That is the binary logarithm; the natural one is needed."),
            *((value, f"That is the limit of {other}.") for other, value in LIMITS.items() if other != name),
        ],
        rtol=THREE_DIGITS,
        explanation=rf"$\ln({tex(largest)}) \approx {limit:.2f}$.",
    )
