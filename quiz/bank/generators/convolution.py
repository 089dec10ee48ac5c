"""Numbers about convolutions: parameters, sizes, receptive fields, residual blocks."""

import numpy as np

from quiz.bank.generators.drawing import THREE_DIGITS, pick, row, show, variant, whole
from quiz.bank.numeric import Numeric


@variant
def conv_parameters(rng: np.random.Generator) -> Numeric:
    k, c, f = pick(rng, [3, 5, 7]), pick(rng, [3, 16, 32, 64]), pick(rng, [8, 24, 48, 96])
    size = pick(rng, [28, 32, 56, 64])
    answer = f * (c * k * k + 1)
    return Numeric(
        prompt=rf"A convolution with {f} filters of ${k}\times{k}$ reads a ${c}\times{size}\times{size}$ image "
        rf"(channels "
        "first) and has biases. How many trainable parameters does it have?",
        answer=answer,
        wrong=[
            (f * c * k * k, "Each filter also has one bias."),
            (f * (k * k + 1), f"Each filter spans all {c} input channels."),
            (answer * size * size, "The weights are shared over all positions: the image's size does not matter."),
            (f * c * (k * k + 1), "One bias per filter, not one per filter and input channel."),
        ],
        integer=True,
        explanation=rf"${f} \cdot ({c} \cdot {k} \cdot {k} + 1) = {answer}$, for an image of any size.",
    )


@variant
def dense_on_image_parameters(rng: np.random.Generator) -> Numeric:
    size, c, units = pick(rng, [8, 16, 28, 32]), pick(rng, [1, 3]), pick(rng, [10, 32, 64, 100])
    inputs = c * size * size
    return Numeric(
        prompt=rf"A ${c}\times{size}\times{size}$ image is flattened and fed to a fully connected layer of {units} "
        rf"units with "
        "biases. How many trainable parameters does the layer have?",
        answer=inputs * units + units,
        wrong=[
            (inputs * units, "Each unit also has a bias."),
            (inputs * units + inputs, "Biases belong to the units of the layer, not to its inputs."),
            (units * (c + 1), "Every pixel has its own weight: a dense layer shares nothing over positions."),
            ((size + c) * units + units, "Flattening multiplies the three sizes."),
        ],
        integer=True,
        explanation=rf"${c}\cdot{size}\cdot{size} = {inputs}$ inputs; ${inputs}\cdot{units} + {units} = "
        rf"{inputs * units + units}$.",
    )


@variant
def residual_unit_output(rng: np.random.Generator) -> Numeric:
    x, w1, w2 = whole(rng, 1, 5), whole(rng, 1, 4), pick(rng, [-3, -2, -1, 1, 2, 3])
    b = whole(rng, -2, 2)
    branch = w2 * max(w1 * x + b, 0)
    return Numeric(
        prompt=rf"A residual block computes $y = \mathrm{{relu}}(F(x) + x)$ with $F(x) = w_2\,\mathrm{{relu}}(w_1 x "
        rf"+ b)$. For "
        rf"$x = {x}$, $w_1 = {w1}$, $b = {b}$, $w_2 = {w2}$: what is $F(x) + x$, before the last ReLU?",
        answer=branch + x,
        wrong=[
            (branch, "This is the branch $F(x)$ alone; the skip connection adds $x$."),
            (branch - x, "The block adds its input; $H(x) - x$ is what the branch has to learn."),
            (branch * x, "The skip connection adds, it does not multiply."),
        ],
        integer=True,
        explanation=rf"$F({x}) = {w2}\cdot\mathrm{{relu}}({w1 * x + b}) = {branch}$, plus $x = {x}$: ${branch + x}$.",
    )


@variant
def residual_chain_gradient(rng: np.random.Generator) -> Numeric:
    slopes = rng.choice(np.array([-0.3, -0.2, -0.1, 0.1, 0.2, 0.3, 0.4]), size=3, replace=False)
    answer = float(np.prod(1 + slopes))
    return Numeric(
        prompt=rf"Three residual blocks $x \mapsto x + F_i(x)$ follow each other. At the current point their "
        rf"branches have the "
        rf"slopes $F_i' = {row(slopes)}$. What is the derivative of the last output by the first input, "
        "to three significant digits?",
        answer=answer,
        wrong=[
            (
                float(np.prod(slopes)),
                r"Without skip connections it would be $\prod F_i'$; each block has slope $1 + F_i'$.",
            ),
            (float(1 + np.prod(slopes)), r"The 1 belongs to every factor: $\prod (1 + F_i')$."),
            (float(1 + slopes.sum()), "This is only the first-order part of the product."),
        ],
        rtol=THREE_DIGITS,
        explanation=r"$\prod_i (1 + F_i') = "
        + r" \cdot ".join(show(1 + s) for s in slopes)
        + rf" \approx {answer:.4g}$.",
    )


@variant
def projection_parameters(rng: np.random.Generator) -> Numeric:
    c = pick(rng, [16, 24, 32, 48, 64, 96, 128, 256])
    f = c * pick(rng, [2, 3, 4])
    return Numeric(
        prompt=rf"A residual block halves the resolution and goes from {c} to {f} channels. Its shortcut is a "
        rf"$1\times1$ "
        "convolution with stride 2 and without bias. How many weights does the shortcut have?",
        answer=c * f,
        wrong=[
            (9 * c * f, r"The projection is $1\times1$, not $3\times3$."),
            (c * f // 4, "The stride lowers the number of positions, not the number of weights."),
            (0, "An identity shortcut has no weights, but it cannot change the number of channels."),
            (c + f, "Every output channel reads every input channel: the numbers multiply."),
        ],
        integer=True,
        explanation=rf"${c}\cdot{f}\cdot1\cdot1 = {c * f}$.",
    )
