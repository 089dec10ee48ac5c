"""Numbers about optimisers, learning rates, searches and stopping."""

import math

import numpy as np

from nnref.numpy import adam, adamw, early_stop, sgd_momentum
from quiz.bank.generators.drawing import THREE_DIGITS, pick, row, show, tex, variant, whole
from quiz.bank.numeric import Numeric


@variant
def largest_stable_rate(rng: np.random.Generator) -> Numeric:
    curvatures = np.sort(rng.choice([0.1, 0.2, 0.5, 1, 2, 4, 5, 8, 10, 20, 25, 40], size=3, replace=False))
    largest = float(curvatures[-1])
    return Numeric(
        prompt=rf"Gradient descent on a quadratic whose Hessian has the eigenvalues ${row(curvatures)}$. Below which "
        rf"learning rate does it "
        "converge, to three significant digits?",
        answer=2 / largest,
        wrong=[
            (1 / largest, r"That rate is the fastest for this direction, but it is still stable up to $2/\lambda$."),
            (2 / float(curvatures[0]), "The largest curvature sets the limit, not the smallest."),
            (2 / float(curvatures.mean()), "The largest curvature sets the limit, not the mean."),
        ],
        rtol=THREE_DIGITS,
        explanation=rf"Each direction is multiplied by $1 - \eta\lambda$; $|1 - \eta\lambda| < 1$ needs $\eta < "
        rf"2/\lambda_{{\max}} = {tex(2 / largest)}$.",
    )


@variant
def momentum_second_step(rng: np.random.Generator) -> Numeric:
    g1, g2 = float(pick(rng, [-4, -2, 2, 3, 5])), float(pick(rng, [-3, -1, 1, 2, 4]))
    mu, lr = pick(rng, [0.5, 0.8, 0.9]), pick(rng, [0.1, 0.2, 0.5])
    start = np.array(1.0)
    w1, v1 = sgd_momentum(start, np.array(g1), np.array(0.0), lr, mu)
    w2, _ = sgd_momentum(w1, np.array(g2), v1, lr, mu)
    average = mu * (1 - mu) * g1 + (1 - mu) * g2
    return Numeric(
        prompt=rf"SGD with momentum, $v \leftarrow \mu v + g$, $w \leftarrow w - \eta v$, with $\mu = {mu}$, $\eta = "
        rf"{lr}$, $v = 0$ and "
        rf"$w = 1$ at the start. The gradients of the first two steps are {show(g1)} and {show(g2)}. What is $w$ "
        rf"after the second step?",
        answer=round(float(w2), 6),
        wrong=[
            (1 - lr * (g1 + g2), "That is SGD without momentum."),
            (float(w1) - lr * average, r"The second step used the averaging form $v \leftarrow \mu v + (1-\mu)g$."),
            (float(w1), "That is $w$ after the first step."),
            (float(w1) - lr * (g2 + mu * (mu * g1 + g2)), "The second step is Nesterov's, which looks ahead."),
        ],
        atol=1e-4,
        explanation=rf"$v_1 = {show(g1)}$, $w_1 = {show(float(w1))}$; $v_2 = {mu}\cdot({show(g1)}) + ({show(g2)}) = "
        rf"{show(mu * g1 + g2)}$, "
        rf"$w_2 = {show(float(w2))}$.",
    )


@variant
def adam_first_step(rng: np.random.Generator) -> Numeric:
    g = pick(rng, [-1, 1]) * pick(rng, [0.001, 0.02, 0.5, 3.0, 40.0, 800.0])
    lr = pick(rng, [0.001, 0.002, 0.01, 0.0003])
    w, _, _ = adam(np.array(0.0), np.array(g), np.array(0.0), np.array(0.0), 1, lr)
    return Numeric(
        prompt=rf"Adam's first step ($\beta_1 = 0.9$, $\beta_2 = 0.999$, learning rate {lr}) starts at $w = 0$ with "
        rf"the gradient $g = {show(g)}$. "
        "What is $w$ afterwards, to three significant digits?",
        answer=float(w),
        wrong=[
            (-lr * g, "That is SGD. Adam divides by the root of the second moment, so the size of $g$ drops out."),
            (-lr * 0.1 / math.sqrt(0.001) * float(np.sign(g)), "The bias correction of the moments is missing."),
            (lr * float(np.sign(g)), "The step goes against the gradient."),
        ],
        rtol=THREE_DIGITS,
        explanation=rf"$\hat m = g$ and $\hat v = g^2$, so the step is $-\eta\,g/|g| = "
        rf"{show(-lr * float(np.sign(g)))}$, whatever the size of $g$.",
    )


@variant
def decoupled_decay(rng: np.random.Generator) -> Numeric:
    w, decay, lr = pick(rng, [2.0, -4.0, 5.0, 10.0, -8.0]), pick(rng, [0.1, 0.2, 0.5]), pick(rng, [0.01, 0.02, 0.1])
    zero = np.array(0.0)
    new, _, _ = adamw(np.array(w), zero, zero, zero, 1, lr, weight_decay=decay)
    return Numeric(
        prompt=rf"AdamW with learning rate {lr} and weight decay {decay} meets a weight $w = {show(w)}$ whose "
        rf"gradient is exactly 0 (first step). "
        "What is the weight afterwards?",
        answer=float(new),
        wrong=[
            (w, "The gradient is 0, but the decoupled decay acts all the same."),
            (w * (1 - decay), r"The decay is multiplied by the learning rate: $1 - \eta\lambda$."),
            (
                w - lr * float(np.sign(w)),
                r"That is Adam with an L2 term, whose gradient $\lambda w$ is normalised to a step of size $\eta$.",
            ),
        ],
        atol=1e-5,
        explanation=rf"$w(1 - \eta\lambda) = {show(w)}\cdot(1 - {lr}\cdot{decay}) = {show(float(new))}$.",
    )


@variant
def cosine_rate(rng: np.random.Generator) -> Numeric:
    top, total = pick(rng, [0.1, 0.2, 0.4, 1.0]), pick(rng, [60, 90, 120, 300])
    step = total * pick(rng, [1, 2, 4, 5]) // 6
    answer = top * (1 + math.cos(math.pi * step / total)) / 2
    return Numeric(
        prompt=f"Cosine schedule from {top} to 0 over {total} steps, without warm-up. What is the learning rate at "
        f"step {step}, "
        "to three significant digits?",
        answer=answer,
        wrong=[
            (top * (1 - step / total), "That is linear decay."),
            (
                top * math.cos(math.pi / 2 * step / total),
                "The schedule runs over half a period: $\\tfrac12(1 + \\cos \\pi t/T)$.",
            ),
            (top * (1 - math.cos(math.pi * step / total)) / 2, "This one rises: the sign of the cosine is flipped."),
        ],
        rtol=THREE_DIGITS,
        explanation=rf"$\tfrac12\cdot{top}\,(1 + \cos(\pi\cdot{step}/{total})) = {tex(answer)}$.",
    )


@variant
def warmup_rate(rng: np.random.Generator) -> Numeric:
    top, warm, total = pick(rng, [0.001, 0.0004, 0.002]), pick(rng, [100, 200, 500]), pick(rng, [2000, 4000, 5000])
    step = warm + (total - warm) * whole(rng, 1, 4) // 5
    answer = top * (total - step) / (total - warm)
    return Numeric(
        prompt=f"Linear warm-up over {warm} steps to {top}, then linear decay to 0 at step {total}. What is the "
        f"learning rate at step {step}, "
        "to three significant digits?",
        answer=answer,
        wrong=[
            (top * (1 - step / total), "The decay starts at the end of the warm-up, not at step 0."),
            (top * step / total, "That would still be rising."),
            (top, "The peak is reached at the end of the warm-up; then it falls."),
        ],
        rtol=THREE_DIGITS,
        explanation=rf"${top}\cdot({total} - {step})/({total} - {warm}) = {tex(answer)}$.",
    )


@variant
def random_search_hits(rng: np.random.Generator) -> Numeric:
    share, trials = pick(rng, [0.05, 0.1, 0.02]), whole(rng, 8, 60)
    answer = 1 - (1 - share) ** trials
    return Numeric(
        prompt=f"Random search draws {trials} settings independently. What is the probability that at least one is "
        f"among the best "
        f"{show(100 * share)} % of all settings, to three decimals?",
        answer=answer,
        wrong=[
            (share * trials, "Probabilities of overlapping events do not add; this can even exceed 1."),
            ((1 - share) ** trials, "That is the probability that none of them is."),
            (share, "That is the probability for a single trial."),
        ],
        atol=6e-4,
        explanation=rf"$1 - (1 - {share})^{{{trials}}} \approx {answer:.4f}$, whatever the number of hyper-parameters.",
    )


@variant
def early_stop_epoch(rng: np.random.Generator) -> Numeric:
    patience, best = pick(rng, [2, 3]), whole(rng, 3, 6)
    falling = np.sort(rng.choice(np.arange(50, 90), size=best, replace=False))[::-1]
    rest = falling[-1] + rng.choice(np.arange(1, 9), size=patience + 2)
    bump = whole(rng, 1, best - 2)
    losses = np.concatenate([falling, rest]).astype(float) / 100
    losses[bump] = losses[bump - 1] + 0.01
    shown = ", ".join(f"{value:.2f}" for value in losses)
    stopped, _ = early_stop([float(value) for value in losses], patience, 0.0)
    assert stopped is not None
    return Numeric(
        prompt=f"Validation losses after epochs 1, 2, 3 ...: {shown}. Early stopping with patience {patience} (stop "
        f"after {patience} epochs in a row without a "
        "new best). After which epoch does training stop?",
        answer=stopped + 1,
        wrong=[
            (best, "That is the best epoch, whose weights are restored; training went on to wait for a better one."),
            (bump + 1, "One bad epoch is not enough; the counter starts again at every new best."),
            (len(losses), "Training stops as soon as patience runs out."),
        ],
        integer=True,
        explanation=f"The best epoch is {best}; {patience} epochs without a new best follow, so it stops after epoch "
        f"{best + patience} and restores "
        f"the weights of epoch {best}.",
    )


@variant
def moving_average(rng: np.random.Generator) -> Numeric:
    beta, values = pick(rng, [0.5, 0.8, 0.9]), [float(whole(rng, 1, 12)) for _ in range(3)]
    average = values[0]
    for value in values[1:]:
        average = beta * average + (1 - beta) * value
    swapped = values[0]
    for value in values[1:]:
        swapped = (1 - beta) * swapped + beta * value
    return Numeric(
        prompt=rf"An exponential moving average $a \leftarrow \beta a + (1-\beta)x$ with $\beta = {beta}$ starts at "
        rf"$a = {show(values[0])}$ and then sees "
        rf"{show(values[1])} and {show(values[2])}. What is $a$?",
        answer=average,
        wrong=[
            (float(np.mean(values)), "That is the plain mean of all three."),
            (beta * values[0] + (1 - beta) * values[2], "Both values have to go in, one after the other."),
            *([(swapped, r"The weights are swapped: $\beta$ belongs to the old average.")] if beta != 0.5 else []),
        ],
        atol=1e-4,
        explanation=rf"After {show(values[1])}: ${show(beta * values[0] + (1 - beta) * values[1])}$; after "
        rf"{show(values[2])}: ${show(average)}$.",
    )


@variant
def averaging_window(rng: np.random.Generator) -> Numeric:
    beta = pick(rng, [0.9, 0.95, 0.98, 0.99, 0.995, 0.998, 0.999, 0.9999])
    return Numeric(
        prompt=rf"Roughly over how many steps does an exponential moving average with $\beta = {beta}$ average: after "
        "how many has a value's weight fallen to $1/e$?",
        answer=round(1 / (1 - beta)),
        wrong=[
            *([(beta * 100, r"The window is $1/(1-\beta)$, not a percentage.")] if beta != 0.99 else []),
            (1 / beta, r"The window is $1/(1-\beta)$."),
            (round(1 / (1 - beta)) / 2, r"The mean age of the weights is about $1/(1-\beta)$ steps, not half of it."),
        ],
        rtol=0.06,  # -1/ln(beta) is the exact number of steps
        explanation=rf"$1/(1-\beta) = 1/{show(1 - beta)} = {round(1 / (1 - beta))}$; after so many steps a value's "
        rf"weight has fallen to about $1/e$.",
    )
