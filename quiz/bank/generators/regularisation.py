"""Numbers about penalties, dropout, batch normalisation and the bias-variance decomposition."""

import numpy as np

from quiz.bank.generators.drawing import THREE_DIGITS, pick, row, show, variant, whole
from quiz.bank.numeric import Numeric


@variant
def elastic_net_penalty(rng: np.random.Generator) -> Numeric:
    w = rng.permutation(np.array([whole(rng, 1, 4), -whole(rng, 1, 4), 0, whole(rng, 1, 3)]))
    l1, l2 = pick(rng, [0.1, 0.2, 0.3]), pick(rng, [0.1, 0.2, 0.4])
    ones, squares = int(np.abs(w).sum()), int((w * w).sum())
    penalty = l1 * ones + l2 / 2 * squares
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
    answer = float(np.sign(w) * max(abs(w) - threshold, 0.0))
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
                float(np.sign(w) * (abs(w) - threshold)) if abs(w) < threshold else float(np.sign(w) * (abs(w) - l1)),
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
    answer = gamma + beta  # the larger of two values is one standard deviation above the mean
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
    answer = (1 - momentum) * old + momentum * unbiased
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
    bias2, variance = float((predictions.mean() - truth) ** 2), float(predictions.var())
    answer = bias2 + variance + noise
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
