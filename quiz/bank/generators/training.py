"""Numbers about gradients: the chain rule, their size through depth and time, and clipping."""

import numpy as np

from nnref.numpy import clip_grad_norm, cross_entropy_backward
from quiz.bank.generators.drawing import THREE_DIGITS, pick, row, show, tex, variant, whole
from quiz.bank.numeric import Numeric


@variant
def two_layer_gradient(rng: np.random.Generator) -> Numeric:
    x, w1, w2 = whole(rng, 1, 4), whole(rng, 1, 3), pick(rng, [-3, -2, 2, 3])
    y = whole(rng, -3, 3)
    prediction = w2 * w1 * x
    error = prediction - y
    return Numeric(
        prompt=rf"$h = \mathrm{{relu}}(w_1 x)$, $\hat y = w_2 h$, $L = \tfrac12(\hat y - y)^2$ with $x = {x}$, "
        rf"$w_1 = {w1}$, $w_2 = {w2}$, $y = {y}$. What is $\partial L / \partial w_1$?",
        answer=error * w2 * x,
        wrong=[
            (error * x, r"The path from $h$ to $\hat y$ contributes the factor $w_2$."),
            (error * w2, r"$\partial (w_1 x)/\partial w_1 = x$: the layer's input is missing."),
            (error * w1 * x, r"This is $\partial L/\partial w_2$, the gradient of the other weight."),
            (w2 * x, r"This is $\partial \hat y/\partial w_1$; the loss's own derivative $\hat y - y$ is missing."),
        ],
        integer=True,
        explanation=rf"Forward: $h = {w1 * x}$, $\hat y = {prediction}$. Backward: $\hat y - y = {error}$, times "
        rf"$w_2 = {w2}$, times $\mathrm{{relu}}'(w_1x) = 1$, times $x = {x}$: ${error * w2 * x}$.",
    )


@variant
def shared_node_gradient(rng: np.random.Generator) -> Numeric:
    a, c = whole(rng, 2, 9), whole(rng, 2, 6)
    return Numeric(
        prompt=rf"$y = a \cdot a + {c}a$ with $a = {a}$. Backpropagation sums what arrives at $a$ over all paths. "
        r"What is $\partial y / \partial a$?",
        answer=2 * a + c,
        wrong=[
            (a + c, r"Both factors of $a \cdot a$ are $a$: each of the two paths contributes $a$."),
            (2 * a, rf"The path through ${c}a$ contributes another {c}."),
            (c, r"Only the last path was kept: gradients of a shared node are added, not overwritten."),
            (a * a + c * a, "This is the value $y$, not its derivative."),
        ],
        integer=True,
        explanation=rf"Three paths reach $a$: ${a} + {a} + {c} = {2 * a + c}$.",
    )


@variant
def sigmoid_gradient_bound(rng: np.random.Generator) -> Numeric:
    depth = whole(rng, 3, 12)
    bound = 0.25**depth
    return Numeric(
        prompt=f"A chain of {depth} sigmoid units, one after the other, has weights equal to 1 and any biases. What "
        f"is the largest "
        "possible derivative of the output by the first unit's weighted sum, to three significant digits?",
        answer=bound,
        wrong=[
            (0.25 * depth, "The chain rule multiplies the slopes, it does not add them."),
            (0.5**depth, r"$\sigma(0) = 1/2$ is the value; the largest slope is $\sigma'(0) = 1/4$."),
            (0.25 ** (depth - 1), f"There are {depth} sigmoids on the path, so {depth} factors."),
            (1.0, "1 is the largest slope of tanh and the slope of an active ReLU; the sigmoid's is 1/4."),
        ],
        rtol=THREE_DIGITS,
        explanation=rf"$\sigma'(z) = \sigma(z)(1-\sigma(z)) \le 1/4$, so at most $(1/4)^{{{depth}}} \approx "
        rf"{tex(bound)}$.",
    )


@variant
def recurrent_gradient_factor(rng: np.random.Generator) -> Numeric:
    w = pick(rng, [0.8, 0.9, 0.95, 1.05, 1.1, 1.2, 1.5])
    steps = whole(rng, 5, 25)
    factor = w**steps
    return Numeric(
        prompt=rf"A linear recurrent unit $h_t = {show(w)}\,h_{{t-1}} + x_t$ runs for {steps} steps. What is "
        rf"$\partial h_{{{steps}}} / \partial h_0$, to three significant digits?",
        answer=factor,
        wrong=[
            (w * steps, "The same factor is multiplied in at each step, not added."),
            (w, "That is the derivative over one step."),
            (w ** (steps - 1), f"From $h_0$ to $h_{{{steps}}}$ there are {steps} steps."),
        ],
        rtol=THREE_DIGITS,
        explanation=rf"One factor a step: ${show(w)}^{{{steps}}} \approx {tex(factor)}$. Below 1 it vanishes, above 1 "
        rf"it "
        "explodes: with matrices the singular values play this part.",
    )


@variant
def clipped_component(rng: np.random.Generator) -> Numeric:
    gradient = np.array(pick(rng, [(3, 4), (6, 8), (5, 12), (8, 15), (9, 12), (12, 16)])) * pick(rng, [1, -1])
    limit = pick(rng, [0.5, 0.8, 2.0, 2.5])
    [clipped], norm = clip_grad_norm([gradient.astype(float)], limit)
    wrong = [
        (float(np.clip(gradient[0], -limit, limit)), "That is clipping by value, component by component."),
        (float(gradient[0]), rf"The norm $\lVert g \rVert = {show(norm)}$ is above the limit, so $g$ is scaled."),
        (float(gradient[0] * limit / np.abs(gradient).sum()), "This divides by the sum of absolute values (L1)."),
        (float(gradient[0] / norm), f"The vector is scaled to norm {show(limit)}, not to norm 1."),
    ]
    return Numeric(
        prompt=rf"The gradient is $g = {row(gradient)}$ and is clipped to the norm {show(limit)}. "
        "What is its first component afterwards, to three significant digits?",
        answer=float(clipped[0]),
        wrong=wrong,
        rtol=THREE_DIGITS,
        explanation=rf"$\lVert g \rVert = {show(norm)}$, factor ${show(limit)}/{show(norm)}$: "
        rf"${show(gradient[0])} \cdot {show(limit)}/{show(norm)} = {clipped[0]:.4g}$. The direction is kept.",
    )


@variant
def finite_difference_passes(rng: np.random.Generator) -> Numeric:
    d, h = whole(rng, 5, 40), whole(rng, 5, 40)
    parameters = d * h + h + h + 1
    return Numeric(
        prompt=f"A network with {d} inputs, one hidden layer of {h} units and 1 output (all with biases). How many "
        "forward passes do central differences need for the gradient by every parameter?",
        answer=2 * parameters,
        wrong=[
            (parameters, "Central differences evaluate the loss twice per parameter: at $+h$ and at $-h$."),
            (parameters + 1, "That is the count for one-sided differences, which share the unshifted pass."),
            (2, "Two passes, one forward and one backward, is what backpropagation needs, not finite differences."),
            (2 * (d * h + h), "The biases are parameters as well."),
        ],
        integer=True,
        explanation=rf"Parameters: $({d}+1)\cdot{h} + {h} + 1 = {parameters}$; twice that is {2 * parameters}. "
        "Reverse mode costs a small constant times one forward pass, whatever the number of parameters.",
    )


@variant
def logit_gradient(rng: np.random.Generator) -> Numeric:
    p = pick(rng, [(0.7, 0.2, 0.1), (0.5, 0.3, 0.2), (0.6, 0.3, 0.1), (0.25, 0.6, 0.15), (0.1, 0.15, 0.75)])
    true, batch = whole(rng, 0, 2), pick(rng, [4, 5, 8, 10])
    logits = np.log(np.tile(p, (batch, 1)))
    answer = float(cross_entropy_backward(logits, np.full(batch, true))[0, true])
    return Numeric(
        prompt=rf"Softmax gives $p = {row(p)}$ for one example of a batch of {batch}; its class is number "
        rf"{true + 1}. The "
        r"loss is the mean cross-entropy over the batch. What is its derivative by the logit of the true class?",
        answer=answer,
        wrong=[
            (p[true] - 1, f"The loss is a mean over the batch: divide by {batch}."),
            ((1 - p[true]) / batch, "The sign is flipped: raising the true class's logit lowers the loss."),
            (p[true] / batch, "The target 1 has to be subtracted: $(p_k - y_k)/N$."),
            (-1 / (p[true] * batch), "This is the derivative by the probability; by the logit it is $(p_k - y_k)/N$."),
        ],
        rtol=THREE_DIGITS,
        explanation=rf"$\partial L/\partial z_k = (p_k - y_k)/N = ({show(p[true])} - 1)/{batch} = {answer:.4g}$, "
        f"with $y_{{{true + 1}}} = 1$ for the true class.",
    )


@variant
def updates_per_epoch(rng: np.random.Generator) -> Numeric:
    examples, batch = whole(rng, 500, 5000), pick(rng, [32, 50, 64, 100, 128])
    drop_last = rng.random() < 0.5
    low, high = examples // batch, -(-examples // batch)
    return Numeric(
        prompt=f"A data set has {examples} examples, the batch size is {batch} and `drop_last={drop_last}`. How many "
        f"updates does one epoch make?",
        answer=low if drop_last else high,
        wrong=[
            (high if drop_last else low, "A last, smaller batch is dropped with `drop_last=True`, and used otherwise."),
            (examples, "That would be one update per example."),
            (1, "One update per epoch is full-batch gradient descent."),
        ],
        integer=True,
        explanation=rf"${examples}/{batch} \approx {examples / batch:.2f}$, "
        + ("rounded down: the ragged batch is dropped." if drop_last else "rounded up: the ragged batch counts."),
    )


@variant
def effective_batch(rng: np.random.Generator) -> Numeric:
    micro, steps, devices = pick(rng, [2, 4, 8, 16]), pick(rng, [3, 4, 6, 8]), pick(rng, [2, 4, 8])
    return Numeric(
        prompt=f"Data-parallel training on {devices} GPUs with {micro} examples per GPU and forward pass; gradients "
        f"are accumulated over {steps} "
        "passes before each update. How many examples does one update use?",
        answer=micro * steps * devices,
        wrong=[
            (micro * devices, "Accumulated passes count as well."),
            (micro * steps, "Each GPU contributes its own examples."),
            (micro + steps + devices, "The factors multiply."),
        ],
        integer=True,
        explanation=rf"${micro}\cdot{steps}\cdot{devices} = {micro * steps * devices}$.",
    )


@variant
def scaled_learning_rate(rng: np.random.Generator) -> Numeric:
    base, factor = pick(rng, [0.05, 0.1, 0.2]), pick(rng, [2, 4, 8, 16])
    batch = pick(rng, [64, 128, 256])
    return Numeric(
        prompt=f"SGD works well with learning rate {base} at batch size {batch}. What does the linear scaling rule "
        f"suggest for batch size "
        f"{batch * factor}, to three significant digits?",
        answer=base * factor,
        wrong=[
            (base, "The rule scales the rate with the batch."),
            (base / factor, "Larger batches have less noisy gradients and allow larger steps, not smaller ones."),
            (base * factor**0.5, "That is the square-root rule, sometimes used with Adam."),
        ],
        rtol=THREE_DIGITS,
        explanation=rf"${base}\cdot{factor} = {show(base * factor)}$, usually with warm-up, and only up to some "
        rf"batch size.",
    )
