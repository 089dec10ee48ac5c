"""Numbers about losses and probabilities."""

import numpy as np

from nnref.numpy import binary_cross_entropy, cross_entropy, focal_loss, softmax, triplet_loss
from quiz.bank.generators.drawing import THREE_DIGITS, pick, row, show, tex, variant, whole
from quiz.bank.numeric import Numeric


@variant
def softmax_probability(rng: np.random.Generator) -> Numeric:
    z = rng.permutation(np.array([0.0, 1.0, float(whole(rng, 2, 3))])) + whole(rng, -2, 3)
    k, temperature = whole(rng, 0, 2), pick(rng, [0.5, 1.0, 2.0])
    p = softmax(z / temperature)
    scaled = (float(softmax(z * temperature)[k]), "Logits are divided by $T$, not multiplied.")
    if temperature == 1:
        scaled = (float(np.exp(z[k])), "The exponential still has to be divided by the sum over all classes.")
    return Numeric(
        prompt=rf"What is the softmax probability of class {k + 1} for the logits $z = {row(z)}$ at temperature "
        rf"$T = {show(temperature)}$, to three decimals?",
        answer=float(p[k]),
        wrong=[
            scaled,
            (
                float(1 / (1 + np.exp(-z[k] / temperature))),
                "That is the sigmoid of one logit; softmax compares all of them.",
            ),
            (float(1 / 3), "All classes would be equally likely for equal logits only."),
        ],
        atol=6e-4,
        explanation=rf"$e^{{z_k/T}}/\sum_j e^{{z_j/T}} \approx {p[k]:.4f}$; only differences between logits matter.",
    )


@variant
def cross_entropy_of_logits(rng: np.random.Generator) -> Numeric:
    z = rng.permutation(np.array([0.0, float(whole(rng, 1, 2)), float(whole(rng, 3, 4))]))
    k = whole(rng, 0, 2)
    loss = float(cross_entropy(z[None], np.array([k])))
    p = float(softmax(z)[k])
    return Numeric(
        prompt=rf"Logits $z = {row(z)}$, true class number {k + 1}. What is the cross-entropy in nats, to three "
        rf"significant digits?",
        answer=loss,
        wrong=[
            (p, "This is the probability of the true class; the loss is its negative logarithm."),
            (loss / np.log(2), "This is in bits; the natural logarithm gives nats."),
            (-float(z[k]), "The logit alone is not a log-probability; subtract the log-sum-exp."),
            (loss / 3, "One example has one term; there is no mean over classes."),
        ],
        rtol=THREE_DIGITS,
        explanation=rf"$-\log p_k = \log\sum_j e^{{z_j}} - z_k \approx {loss:.4f}$ (with $p_k \approx {p:.4f}$).",
    )


@variant
def binary_cross_entropy_value(rng: np.random.Generator) -> Numeric:
    p, y = pick(rng, [0.1, 0.2, 0.3, 0.4, 0.6, 0.7, 0.8, 0.9]), whole(rng, 0, 1)
    loss = float(binary_cross_entropy(np.array(p), np.array(float(y))))
    return Numeric(
        prompt=rf"A sigmoid output is $p = {p}$ and the label $y = {y}$. What is the binary cross-entropy in nats, "
        "to three significant digits?",
        answer=loss,
        wrong=[
            (float(-np.log(1 - p if y else p)), "The label is swapped: $-[y\\log p + (1-y)\\log(1-p)]$."),
            (float((p - y) ** 2), "That is the squared error."),
            (-loss, "The sign is missing: the loss is the negative log-likelihood, never below 0."),
            (loss / np.log(2), "This is in bits; the natural logarithm gives nats."),
        ],
        rtol=THREE_DIGITS,
        explanation=rf"$-\log {p if y else show(1 - p)} \approx {loss:.4f}$.",
    )


@variant
def smoothed_target(rng: np.random.Generator) -> Numeric:
    classes, eps = pick(rng, [4, 5, 10, 20]), pick(rng, [0.05, 0.1, 0.2])
    target = 1 - eps + eps / classes
    return Numeric(
        prompt=rf"Label smoothing with $\varepsilon = {eps}$ over {classes} classes, as in PyTorch (the mass "
        rf"$\varepsilon$ is spread over "
        "**all** classes). What is the target of the true class?",
        answer=target,
        wrong=[
            (1 - eps, r"The true class gets its share $\varepsilon/K$ of the spread mass back."),
            (1 - eps / classes, r"The mass that is taken away is $\varepsilon$, not $\varepsilon/K$."),
            (eps / classes, "That is the target of each wrong class."),
        ],
        atol=2e-4,
        explanation=rf"$1 - \varepsilon + \varepsilon/K = 1 - {eps} + {eps}/{classes} = {show(target)}$.",
    )


@variant
def focal_factor(rng: np.random.Generator) -> Numeric:
    p, gamma = pick(rng, [0.6, 0.7, 0.8, 0.9, 0.95]), pick(rng, [1, 2, 3])
    logits = np.array([[np.log(p), np.log(1 - p)]])
    loss = float(focal_loss(logits, np.array([0]), gamma=gamma))
    return Numeric(
        prompt=rf"The true class has probability $p = {p}$. What is the focal loss with $\gamma = {gamma}$ (no "
        rf"$\alpha$), in nats, "
        "to three significant digits?",
        answer=loss,
        wrong=[
            (float(-np.log(p)), r"That is plain cross-entropy, $\gamma = 0$."),
            (
                float(-(p**gamma) * np.log(p)),
                "The factor is $(1-p)^\\gamma$, small for easy examples, not $p^\\gamma$.",
            ),
            (float(-gamma * (1 - p) * np.log(p)), r"$\gamma$ is an exponent.")
            if gamma != 1
            else (1 - p, "That is the factor alone; it multiplies the cross-entropy."),
        ],
        rtol=THREE_DIGITS,
        explanation=rf"$(1-p)^\gamma \cdot (-\log p) = {show(1 - p)}^{{{gamma}}} \cdot {-np.log(p):.4f} \approx "
        rf"{tex(loss)}$.",
    )


@variant
def triplet_loss_value(rng: np.random.Generator) -> Numeric:
    near, far = np.array(pick(rng, [(3, 4), (5, 12), (8, 6)])), np.array(pick(rng, [(0, 6), (4, 3), (9, 12), (0, 7)]))
    margin = pick(rng, [1.0, 2.0, 3.0])
    anchor = np.zeros((1, 2))
    loss = float(triplet_loss(anchor, anchor + near, anchor + far, margin))
    plain = float(np.linalg.norm(near) - np.linalg.norm(far))
    return Numeric(
        prompt=rf"Anchor $(0, 0)$, positive ${row(near)}$, negative ${row(far)}$, margin {show(margin)}, Euclidean "
        rf"distance. What is the "
        "triplet loss?",
        answer=loss,
        wrong=[
            (
                plain + margin if loss == 0 else plain,
                "The loss is $\\max(0, d_{ap} - d_{an} + m)$, with hinge and margin.",
            ),
            (
                max(0.0, float(near @ near - far @ far) + margin),
                "These are squared distances; the plain distance is asked for.",
            ),
            (max(0.0, -plain + margin), "Positive and negative are swapped."),
        ],
        atol=1e-6,
        explanation=rf"$\max(0,\ {np.linalg.norm(near):g} - {np.linalg.norm(far):g} + {show(margin)}) = {show(loss)}$.",
    )


@variant
def balanced_class_weight(rng: np.random.Generator) -> Numeric:
    total = pick(rng, [1000, 2000, 5000, 10000])
    positive = pick(rng, [10, 20, 25, 40, 50]) * total // 1000
    answer = total / (2 * positive)
    return Numeric(
        prompt=f"A training set of {total} transactions has {positive} frauds. With weights $n/(K n_k)$ for the $K = "
        f"2$ classes, what weight "
        "does the fraud class get, to three significant digits?",
        answer=answer,
        wrong=[
            (total / positive, "The number of classes $K = 2$ belongs into the denominator."),
            (
                (total - positive) / positive,
                "That is the ratio of negatives to positives (`pos_weight` of BCE), another convention.",
            ),
            (total / (2 * (total - positive)), "That is the weight of the other class."),
        ],
        rtol=THREE_DIGITS,
        explanation=rf"${total}/(2\cdot{positive}) = {answer:.4g}$; the common class gets "
        rf"{total / (2 * (total - positive)):.3g}.",
    )


@variant
def perplexity_value(rng: np.random.Generator) -> Numeric:
    p = [pick(rng, [1 / 2, 1 / 4, 1 / 8]) for _ in range(3)]
    if len(set(p)) == 1:
        p[0] = 1 / 16
    perplexity = float(np.exp(-np.mean(np.log(p))))
    shown = ",\\ ".join(f"1/{round(1 / value)}" for value in p)
    return Numeric(
        prompt=rf"A language model gives the three tokens of a text the probabilities ${shown}$. What is its "
        rf"perplexity on this text, "
        "to three significant digits?",
        answer=perplexity,
        wrong=[
            (
                1 / float(np.mean(p)),
                "Average the log-probabilities, not the probabilities (geometric, not arithmetic mean).",
            ),
            (float(-np.mean(np.log(p))), "This is the mean negative log-likelihood; its exponential is asked for."),
            (1 / float(np.prod(p)), "Perplexity is per token: take the third root."),
        ],
        rtol=THREE_DIGITS,
        explanation=rf"$\exp\big(-\tfrac13\sum_i \log p_i\big) = {tex(perplexity)}$: as unsure as between that many "
        rf"equally likely tokens.",
    )


@variant
def mean_squared_gradient(rng: np.random.Generator) -> Numeric:
    p = pick(rng, [0.99, 0.98, 0.97, 0.96, 0.95, 0.92, 0.9, 0.88])
    answer = 2 * p * p * (1 - p)
    return Numeric(
        prompt=rf"A sigmoid output is $p = {p}$ for the label $y = 0$. What is the derivative of the squared error "
        rf"$(p-y)^2$ by the logit, "
        "to three significant digits?",
        answer=answer,
        wrong=[
            (p, "That is the gradient of cross-entropy, $p - y$."),
            (2 * p, "That is the derivative by $p$; the sigmoid's slope $p(1-p)$ is missing."),
            (p * (1 - p), r"That is the sigmoid's slope only."),
        ],
        rtol=THREE_DIGITS,
        explanation=rf"$2(p-y)\,p(1-p) = {tex(answer)}$, while cross-entropy gives $p - y = {p}$: the squared error "
        rf"hardly "
        "corrects a confident mistake.",
    )
