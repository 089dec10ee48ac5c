"""Numbers about penalties, dropout, batch normalisation and the bias-variance decomposition."""

import numpy as np

from nnref.numpy import batchnorm, bias_variance, elastic_net
from nnref.numpy import soft_threshold as proximal
from quiz.bank.generators.drawing import THREE_DIGITS, pick, row, show, variant, whole
from quiz.bank.numeric import Numeric


@variant
def elastic_net_penalty(rng: np.random.Generator) -> Numeric:
    w = rng.permutation(np.array([whole(rng, 1, 4), -whole(rng, 1, 4), 0, whole(rng, 1, 3)]))
    l1, l2 = pick(rng, [0.1, 0.2, 0.3]), pick(rng, [0.1, 0.2, 0.4])
    ones, squares = int(np.abs(w).sum()), int((w * w).sum())
    penalty = float(elastic_net(w.astype(float), l1, l2)[0])
    return Numeric(
        prompt=rf"Elastic net: $\Omega(w) = \lambda_1 \lVert w \rVert_1 + \tfrac{{\lambda_2}}{{2}} \lVert w "
        rf"\rVert_2^2$ "
        rf"with $w = {row(w)}$, $\lambda_1 = {l1}$, $\lambda_2 = {l2}$. What is $\Omega(w)$?",
        answer=penalty,
        wrong=[
            (l1 * ones + l2 * squares, r"The quadratic term has the factor $\lambda_2/2$ here."),
            (l1 * float(w.sum()) + l2 / 2 * squares, "The L1 norm sums absolute values, so the signs do not cancel."),
            (l1 * ones + l2 / 2 * float(np.sqrt(squares)), "The L2 term uses the squared norm, without the root."),
            (l1 * ones, r"This is the L1 part only; the term with $\lambda_2$ is missing."),
        ],
        atol=1e-6,
        explanation=rf"${l1} \cdot {ones} + \tfrac12 \cdot {l2} \cdot {squares} = {show(penalty)}$.",
    )


@variant
def soft_threshold(rng: np.random.Generator) -> Numeric:
    w = whole(rng, 3, 20) / 10 * pick(rng, [-1, 1])
    lr, l1 = pick(rng, [0.1, 0.2, 0.5]), pick(rng, [0.5, 1.0, 2.0])
    threshold = lr * l1
    answer = float(proximal(np.array(w), threshold))
    return Numeric(
        prompt=rf"A weight is $w = {show(w)}$ after its gradient step. The proximal (soft-threshold) step for an L1 "
        rf"penalty "
        rf"$\lambda = {show(l1)}$ with learning rate $\eta = {show(lr)}$ follows. What is the new weight?",
        answer=answer,
        wrong=[
            (w, "Soft-thresholding moves every weight towards zero, large ones too."),
            (w * (1 - threshold), r"Shrinking by a factor is what L2 (weight decay) does; L1 subtracts $\eta\lambda$."),
            (
                float(w - threshold if w < 0 else w + threshold),
                "The step goes towards zero, not away from it.",
            ),
            (
                float(np.sign(w)) * (abs(w) - threshold if abs(w) < threshold else max(abs(w) - l1, 0.0)),
                "A weight that would change its sign is set to exactly 0."
                if abs(w) < threshold
                else r"The threshold is $\eta\lambda$, not $\lambda$.",
            ),
        ],
        atol=1e-6,
        explanation=rf"$\mathrm{{sign}}(w)\,\max(|w| - \eta\lambda, 0)$ with $\eta\lambda = {show(threshold)}$: "
        f"{show(answer)}. This step, not plain subgradient descent, gives exact zeros.",
    )


@variant
def dropout_survivor_value(rng: np.random.Generator) -> Numeric:
    p, x = pick(rng, [0.1, 0.2, 0.25, 0.3, 0.4, 0.6]), whole(rng, 10, 90) / 10
    return Numeric(
        prompt=f"Inverted dropout with drop probability $p = {p}$ is active (training). An activation of {show(x)} "
        f"is kept. "
        "What value goes on to the next layer, to three significant digits?",
        answer=x / (1 - p),
        wrong=[
            (x / p, "Dividing by $p$ is right only if $p$ is the keep probability; here survivors get $x/(1-p)$."),
            (x, "In inverted dropout the survivors are scaled up, so that the mean stays the same."),
            (x * (1 - p), "Multiplying by the keep probability is what classic dropout does, and at inference."),
            (x * p, "Survivors grow, they do not shrink: $x/(1-p)$."),
        ],
        rtol=THREE_DIGITS,
        explanation=f"$x/(1-p) = {show(x)}/{show(1 - p)} \\approx {x / (1 - p):.4g}$; the mean is $(1-p)\\cdot "
        f"x/(1-p) = x$.",
    )


@variant
def dropout_variance(rng: np.random.Generator) -> Numeric:
    p, x = pick(rng, [0.1, 0.2, 0.25, 0.4, 0.6]), whole(rng, 2, 6)
    answer = x * x * p / (1 - p)
    return Numeric(
        prompt=f"Inverted dropout with drop probability $p = {p}$ is applied in training to the fixed activation $x "
        f"= {x}$. "
        "What is the variance of its output, to three significant digits?",
        answer=answer,
        wrong=[
            (x * x * p * (1 - p), "This is the variance without the factor $1/(1-p)$ on survivors."),
            (x * x / (1 - p), "This is the mean square; subtract the squared mean $x^2$."),
            (x * p / (1 - p), "The variance scales with $x^2$."),
        ],
        rtol=THREE_DIGITS,
        explanation=rf"$E[y^2] = (1-p)\,x^2/(1-p)^2 = x^2/(1-p)$, minus $E[y]^2 = x^2$, leaves "
        rf"$x^2 p/(1-p) \approx {answer:.4g}$.",
    )


@variant
def batchnorm_value(rng: np.random.Generator) -> Numeric:
    low, gap = whole(rng, -5, 5), whole(rng, 1, 4)
    gamma, beta = pick(rng, [2.0, 3.0, 0.5, 1.5]), pick(rng, [-1.0, 1.0, 2.0, 5.0])
    x = np.array([low, low + 2 * gap], dtype=float)
    ones = np.ones(1)
    out, _, _ = batchnorm(x[:, None], gamma * ones, beta * ones, 0 * ones, ones, training=True, eps=0.0)
    answer = float(out[1, 0])
    return Numeric(
        prompt=rf"Batch norm in training mode sees one feature over a batch of two: $x = {row(x)}$, with "
        rf"$\gamma = {show(gamma)}$, $\beta = {show(beta)}$ and negligible $\varepsilon$. "
        "What is the output for the larger value?",
        answer=answer,
        wrong=[
            (1.0, r"This is the normalised value; $\gamma$ and $\beta$ come after it."),
            (gamma / np.sqrt(2) + beta, "The unbiased variance was used; batch norm normalises with the biased one."),
            (gamma / gap + beta, "Divide by the standard deviation, not by the variance.")
            if gap > 1
            else (gamma * x[1] + beta, r"$\gamma$ and $\beta$ act on the normalised value, not on $x$."),
            (gamma * gap + beta, "Only the mean was subtracted; the division by the standard deviation is missing.")
            if gap > 1
            else (gamma * (1 + beta), r"$\beta$ is added after the multiplication by $\gamma$."),
        ],
        atol=0.006,
        explanation=rf"Mean {show(low + gap)}, biased standard deviation {gap}, so $\hat x = 1$ and "
        rf"$\gamma\hat x + \beta = {show(answer)}$.",
    )


@variant
def running_variance(rng: np.random.Generator) -> Numeric:
    x = np.array([float(v) for v in rng.choice(np.arange(0, 13), size=pick(rng, [3, 4, 5]), replace=False)])
    momentum, old = pick(rng, [0.1, 0.2]), pick(rng, [1.0, 2.0, 4.0])
    unbiased, biased = float(x.var(ddof=1)), float(x.var())
    ones = np.ones(1)
    answer = float(batchnorm(x[:, None], ones, ones, ones, old * ones, training=True, momentum=momentum)[2][0])
    return Numeric(
        prompt=rf"`torch.nn.BatchNorm1d` with momentum {momentum} has running variance {show(old)} and sees, in "
        rf"training mode, "
        rf"one feature with the values ${row(x)}$. What is the running variance afterwards, to three significant "
        rf"digits?",
        answer=answer,
        wrong=[
            ((1 - momentum) * old + momentum * biased, "PyTorch stores the unbiased variance (divisor $n-1$)."),
            (momentum * old + (1 - momentum) * unbiased, "In PyTorch momentum is the weight of the new batch."),
            (unbiased, "This is the batch's variance; the running value moves only part of the way."),
        ],
        rtol=THREE_DIGITS,
        explanation=rf"Unbiased variance {unbiased:.4g}; ${show(1 - momentum)}\cdot{show(old)} + "
        rf"{momentum}\cdot{unbiased:.4g} = {answer:.4g}$.",
    )


@variant
def bias_variance_error(rng: np.random.Generator) -> Numeric:
    truth, noise = whole(rng, 5, 15), pick(rng, [0.5, 1.0, 1.5, 2.0])
    predictions = truth + pick(rng, [-2, -1, 1, 2]) + np.array([-1, 0, 1]) * whole(rng, 1, 3)
    bias2, variance, answer = map(float, bias_variance(predictions[:, None], np.array([float(truth)]), noise))
    return Numeric(
        prompt=rf"At one input the true function value is {truth}; observations carry noise of variance "
        rf"{show(noise)}. A model "
        rf"trained on three equally likely training sets predicts ${row(predictions)}$. What is its expected squared "
        rf"error "
        "against a new observation there, to three significant digits?",
        answer=answer,
        wrong=[
            (bias2 + variance, "The irreducible noise of the new observation is missing."),
            (bias2 + noise, "The variance over training sets is missing."),
            (variance + noise, "The squared bias is missing."),
            (abs(float(predictions.mean()) - truth) + variance + noise, "The bias enters squared.")
            if bias2 > 1
            else (
                bias2 + float(predictions.var(ddof=1)) + noise,
                "The three sets are the whole distribution: divisor 3.",
            ),
        ],
        rtol=THREE_DIGITS,
        explanation=rf"Bias² = $({show(predictions.mean())} - {truth})^2 = {show(bias2)}$, variance = "
        rf"{variance:.4g}, noise = "
        rf"{show(noise)}: together ${answer:.4g}$.",
    )


@variant
def normalisation_statistics(rng: np.random.Generator) -> Numeric:
    n, c, h, w = pick(rng, [4, 8, 16]), pick(rng, [12, 24, 32]), pick(rng, [6, 7, 14]), pick(rng, [5, 10, 20])
    groups = pick(rng, [2, 3, 4, 6]) if c % 12 == 0 else 4
    counts = {"batch": c, "layer": n, "instance": n * c, f"group (with {groups} groups)": n * groups}
    name = pick(rng, list(counts))
    others = [(float(count), f"That is the number for {kind} normalisation.") for kind, count in counts.items()]
    return Numeric(
        prompt=f"Feature maps have the shape (N, C, H, W) = ({n}, {c}, {h}, {w}). How many means does {name} "
        f"normalisation compute in training "
        "(layer normalisation over C, H and W)?",
        answer=counts[name],
        wrong=[
            *((value, why) for value, why in others if value != counts[name]),
            (h * w, "Every position of a channel goes into the same mean here."),
        ],
        integer=True,
        explanation="Batch: one per channel. Layer: one per example. Instance: one per example and channel. Group: "
        "one per example and group.",
    )


@variant
def inference_normalisation(rng: np.random.Generator) -> Numeric:
    mean, spread = whole(rng, -3, 6), pick(rng, [2, 3, 4])
    x, gamma, beta = (
        mean + spread * pick(rng, [-2, -1, 1, 2, 3]),
        pick(rng, [0.5, 2.0, 3.0]),
        pick(rng, [-1.0, 1.0, 4.0]),
    )
    normal = (x - mean) / spread
    return Numeric(
        prompt=rf"A batch norm layer at inference has running mean {mean}, running variance {spread**2}, $\gamma = "
        rf"{show(gamma)}$ and "
        rf"$\beta = {show(beta)}$ (ignore $\varepsilon$). What does it make of $x = {x}$, the only example of the "
        rf"batch?",
        answer=gamma * normal + beta,
        wrong=[
            (beta, "That is what the batch's own statistics would give; at inference the running ones are used."),
            (
                gamma * (x - mean) / spread**2 + beta,
                "Divide by the standard deviation, the root of the running variance.",
            ),
            (normal, r"$\gamma$ and $\beta$ still have to be applied."),
        ],
        atol=1e-6,
        explanation=rf"$\gamma\,(x - \mu)/\sigma + \beta = {show(gamma)}\cdot({show(normal)}) + ({show(beta)}) = "
        rf"{show(gamma * normal + beta)}$.",
    )


@variant
def mixed_target(rng: np.random.Generator) -> Numeric:
    share, first, second = pick(rng, [0.2, 0.3, 0.6, 0.7, 0.8]), whole(rng, 1, 9) * 10, whole(rng, 1, 9) * 10
    return Numeric(
        prompt=rf"Mixup with $\lambda = {share}$ mixes a first image, whose pixel at some place is {first}, with a "
        rf"second one, whose pixel there is {second}. "
        "What is the pixel of the mixture?",
        answer=share * first + (1 - share) * second,
        wrong=[
            ((1 - share) * first + share * second, r"$\lambda$ is the weight of the first image."),
            ((first + second) / 2, r"The weights are $\lambda$ and $1-\lambda$, not one half each."),
            (share * first + second, r"The second image has the weight $1-\lambda$."),
        ],
        atol=1e-6,
        explanation=rf"${share}\cdot{first} + {show(1 - share)}\cdot{second} = "
        rf"{show(share * first + (1 - share) * second)}$; "
        "the labels are mixed with the same weights.",
    )


@variant
def surviving_blocks(rng: np.random.Generator) -> Numeric:
    blocks, last = pick(rng, [10, 20, 24, 40, 50]), pick(rng, [0.5, 0.6, 0.8])
    survive = 1 - np.arange(1, blocks + 1) / blocks * (1 - last)
    return Numeric(
        prompt=rf"Stochastic depth: residual block $l$ of {blocks} is kept in training with probability $1 - "
        rf"\frac{{l}}{{{blocks}}}(1 - {last})$, for "
        rf"$l = 1, \dots, {blocks}$. How many blocks are kept on average?",
        answer=float(survive.sum()),
        wrong=[
            (blocks * last, f"Only the last block is kept with probability {last}; earlier ones are kept more often."),
            (blocks, "That is the depth at inference, where all blocks are used."),
            (float(blocks * (1 + last) / 2), "Nearly: the first block's probability is already below 1."),
        ],
        atol=1e-4,
        explanation=rf"Sum of the probabilities: ${blocks} - \frac{{{blocks} + 1}}{{2}}\cdot{show(1 - last)} = "
        rf"{show(float(survive.sum()))}$.",
    )
