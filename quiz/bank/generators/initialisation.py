"""Numbers about starting weights and what they do to signals and losses."""

import math

import numpy as np

from quiz.bank.generators.drawing import THREE_DIGITS, pick, show, tex, variant, whole
from quiz.bank.numeric import Numeric


@variant
def initial_spread(rng: np.random.Generator) -> Numeric:
    fan_in, fan_out = pick(rng, [100, 200, 256, 400, 512, 800]), pick(rng, [50, 64, 128, 300, 1000])
    he, glorot = math.sqrt(2 / fan_in), math.sqrt(2 / (fan_in + fan_out))
    if rng.random() < 0.5:
        name, answer, rule = "He (fan-in, for ReLU)", he, rf"\sqrt{{2/{fan_in}}}"
        other = (glorot, "That is Glorot's rule, with fan-in plus fan-out.")
    else:
        name, answer, rule = "Glorot (Xavier)", glorot, rf"\sqrt{{2/({fan_in} + {fan_out})}}"
        other = (he, "That is He's rule for ReLU, with fan-in only.")
    return Numeric(
        prompt=f"A dense layer has {fan_in} inputs and {fan_out} outputs. What **standard deviation** does {name} "
        f"normal initialisation use, "
        "to three significant digits?",
        answer=answer,
        wrong=[
            other,
            (answer**2, "That is the variance; the standard deviation is its root."),
            (
                math.sqrt(1 / fan_in),
                r"That is $1/\sqrt{\text{fan}_{in}}$, without the factor 2 and the rule's own fans.",
            ),
        ],
        rtol=THREE_DIGITS,
        explanation=rf"${rule} \approx {tex(answer)}$.",
    )


@variant
def uniform_bound(rng: np.random.Generator) -> Numeric:
    fan_in, fan_out = pick(rng, [30, 64, 100, 128, 256]), pick(rng, [20, 50, 96, 200, 512])
    bound = math.sqrt(6 / (fan_in + fan_out))
    return Numeric(
        prompt=rf"Glorot initialisation draws weights uniformly from $[-a, a]$. What is $a$ for {fan_in} inputs and "
        rf"{fan_out} outputs, "
        "to three significant digits?",
        answer=bound,
        wrong=[
            (
                math.sqrt(2 / (fan_in + fan_out)),
                r"That is the standard deviation; a uniform distribution on $[-a, a]$ has $a/\sqrt 3$.",
            ),
            (6 / (fan_in + fan_out), "The root is missing."),
            (math.sqrt(6 / fan_in), "That is He's bound for ReLU."),
        ],
        rtol=THREE_DIGITS,
        explanation=rf"Variance $a^2/3 = 2/(\text{{fan}}_{{in}} + \text{{fan}}_{{out}})$ gives $a = "
        rf"\sqrt{{6/{fan_in + fan_out}}} \approx {tex(bound)}$.",
    )


@variant
def convolution_fan(rng: np.random.Generator) -> Numeric:
    k, c, f = pick(rng, [3, 5, 7]), pick(rng, [3, 16, 32, 64]), pick(rng, [8, 24, 48, 128])
    return Numeric(
        prompt=rf"A convolution has {c} input channels, {f} filters and kernels of ${k}\times{k}$. What is its fan-in?",
        answer=c * k * k,
        wrong=[
            (f * k * k, "That is the fan-out; fan-in counts the inputs of one output value."),
            (c, "Every position of the kernel is an input as well."),
            (k * k, "The kernel spans all input channels."),
            (c * k * k * f, "That is the number of weights of all filters."),
        ],
        integer=True,
        explanation=rf"${k}\cdot{k}\cdot{c} = {c * k * k}$ numbers enter each output value.",
    )


@variant
def signal_growth(rng: np.random.Generator) -> Numeric:
    depth, gain = whole(rng, 5, 30), pick(rng, [0.5, 0.8, 0.9, 1.1, 1.2, 1.5])
    answer = gain**depth
    return Numeric(
        prompt=f"Every layer of a {depth}-layer network multiplies the standard deviation of the signal by {gain}. "
        f"By which factor has it changed after all "
        "layers, to three significant digits?",
        answer=answer,
        wrong=[
            (gain * depth, "The factors multiply."),
            (gain ** (2 * depth), "That is the factor of the variance."),
            (gain ** (depth - 1), "All layers count."),
        ],
        rtol=THREE_DIGITS,
        explanation=rf"${gain}^{{{depth}}} \approx {tex(answer)}$: a little off 1 per layer is a lot in the end.",
    )


@variant
def layer_variance(rng: np.random.Generator) -> Numeric:
    fan_in, mean_square = pick(rng, [50, 100, 200, 400]), whole(rng, 1, 5)
    variance = pick(rng, [0.01, 0.02, 0.04, 0.05])
    answer = fan_in * variance * mean_square
    return Numeric(
        prompt=rf"A unit sums {fan_in} inputs with mean square {mean_square}, with independent zero-mean weights of "
        rf"variance {variance} and no bias. "
        "What is the variance of its pre-activation?",
        answer=answer,
        wrong=[
            (variance * mean_square, f"There are {fan_in} independent terms, whose variances add."),
            (
                math.sqrt(fan_in) * variance * mean_square,
                "Variances of independent terms add; roots belong to standard deviations.",
            ),
            (answer / 2, "The factor 1/2 comes in after a ReLU, not for the pre-activation."),
        ],
        atol=1e-6,
        explanation=rf"$n\,\mathrm{{Var}}(w)\,E[x^2] = {fan_in}\cdot{variance}\cdot{mean_square} = {show(answer)}$.",
    )


@variant
def initial_loss(rng: np.random.Generator) -> Numeric:
    classes = pick(rng, [3, 5, 20, 50, 100, 200, 1000])
    answer = math.log(classes)
    return Numeric(
        prompt=f"A classifier for {classes} classes starts with almost equal logits. What cross-entropy (natural "
        f"logarithm) do you expect before training, "
        "to three significant digits?",
        answer=answer,
        wrong=[
            (math.log2(classes), "That is in bits; with the natural logarithm it is $\\ln K$."),
            (1 / classes, "That is the probability of each class; the loss is its negative logarithm."),
            (1 - 1 / classes, "That is the expected error rate of guessing."),
        ],
        rtol=THREE_DIGITS,
        explanation=rf"$-\ln(1/{classes}) = \ln {classes} \approx {answer:.4g}$. A start far from it points to a bug "
        rf"or too large logits.",
    )


@variant
def prior_bias(rng: np.random.Generator) -> Numeric:
    share = pick(rng, [0.05, 0.08, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4])
    answer = math.log(share / (1 - share))
    return Numeric(
        prompt=f"{show(100 * share)} % of the examples are positive. Which output bias makes a sigmoid classifier "
        f"with zero weights predict this rate, "
        "to three significant digits?",
        answer=answer,
        wrong=[
            (share, "The bias is a logit, not a probability."),
            (math.log(share), r"That is $\ln p$; the logit is $\ln\frac{p}{1-p}$."),
            (-answer, "The sign is flipped: fewer positives than negatives need a negative bias."),
        ],
        rtol=4e-3,
        explanation=rf"$\ln\frac{{{share}}}{{{show(1 - share)}}} \approx {answer:.4g}$.",
    )
