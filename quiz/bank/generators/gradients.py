"""Numbers about gradients of layers, their checking, and floating point formats."""

import numpy as np

from nnref.numpy import affine_backward
from quiz.bank.generators.drawing import THREE_DIGITS, matrix, pick, row, show, tex, variant, whole
from quiz.bank.numeric import Numeric

MANTISSA_BITS = {"float16": 10, "bfloat16": 7, "float32": 23}


@variant
def affine_weight_gradient(rng: np.random.Generator) -> Numeric:
    x, dout = rng.integers(-3, 5, (2, 2)), rng.integers(-3, 4, (2, 2))
    w = np.zeros((2, 2))
    _, dw, _ = affine_backward(dout.astype(float), x.astype(float), w, np.zeros(2))
    return Numeric(
        prompt=rf"$y = xW + b$ with a batch of two examples in the rows, $x = {matrix(x)}$. The gradient that "
        rf"arrives is "
        rf"$\partial L/\partial y = {matrix(dout)}$. What is the entry in row 1, column 2 of $\partial L/\partial W$?",
        answer=float(dw[0, 1]),
        wrong=[
            (
                float((dout.T @ x)[0, 1]),
                r"This is the transpose: with $y = xW$ the gradient is $x^\top\, \partial L/\partial y$.",
            ),
            (float((x @ dout)[0, 1]), "The first factor has to be transposed, so that the sum goes over examples."),
            (float(x[0, 0] * dout[0, 1]), "This is the first example only; contributions of all examples add up."),
            (float(dw[0, 1]) / 2, "The mean, if there is one, is already inside the loss; nothing is divided again."),
        ],
        integer=True,
        explanation=rf"$x^\top\,\partial L/\partial y$: ${x[0, 0]}\cdot({dout[0, 1]}) + "
        rf"({x[1, 0]})\cdot({dout[1, 1]}) = {dw[0, 1]:g}$.",
    )


@variant
def affine_bias_gradient(rng: np.random.Generator) -> Numeric:
    dout = rng.integers(-4, 6, (3, 2))
    answer = float(dout.sum(axis=0)[1])
    return Numeric(
        prompt=rf"$y = xW + b$ with three examples in the rows; the gradient that arrives is $\partial L/\partial y "
        rf"= {matrix(dout)}$. "
        "What is the gradient of the second bias?",
        answer=answer,
        wrong=[
            (float(dout.sum()), "This sums over the units as well; each bias belongs to one column."),
            (float(dout[1].sum()), "This sums over a row; biases collect over the examples, down a column."),
            (answer / 3, "The mean, if there is one, is already inside the loss; the bias gradient is a sum."),
            (float(dout.sum(axis=0)[0]), "This is the gradient of the first bias."),
        ],
        integer=True,
        explanation=rf"Sum of the second column: ${answer:g}$.",
    )


@variant
def central_difference(rng: np.random.Generator) -> Numeric:
    x, h = whole(rng, 1, 4), pick(rng, [0.1, 0.2, 0.5])
    answer = 3 * x * x + h * h
    return Numeric(
        prompt=rf"What does the central difference with $h = {h}$ give for the derivative of $f(x) = x^3$ at $x = "
        rf"{x}$?",
        answer=answer,
        wrong=[
            (3 * x * x, rf"This is the exact derivative; the central difference is off by $h^2 = {show(h * h)}$ here."),
            (3 * x * x + 3 * x * h + h * h, "This is the one-sided difference, with an error of the order $h$."),
            (2 * answer, "The distance between the two points is $2h$."),
        ],
        atol=1e-4,
        explanation=rf"$\frac{{(x+h)^3 - (x-h)^3}}{{2h}} = 3x^2 + h^2 = {show(answer)}$: the error is of second "
        rf"order in $h$.",
    )


@variant
def smallest_curvature(rng: np.random.Generator) -> Numeric:
    a = whole(rng, -4, 6)
    gap, b, root = pick(rng, [(3, 2, 5), (0, 1, 2), (0, 2, 4), (0, 3, 6), (8, 3, 10), (6, 4, 10)])
    hessian = np.array([[a, b], [b, a - gap]])
    small, large = (2 * a - gap - root) // 2, (2 * a - gap + root) // 2
    return Numeric(
        prompt=rf"At a point with zero gradient the Hessian is ${matrix(hessian)}$. What is its smaller eigenvalue?",
        answer=small,
        wrong=[
            (min(a, a - gap), "That is the smaller diagonal entry; the off-diagonal ones count, too."),
            (large, "That is the larger eigenvalue."),
            (a * (a - gap) - b * b, "That is the determinant, the product of both eigenvalues."),
        ],
        integer=True,
        explanation=rf"Eigenvalues {small} and {large}, so the point is {_critical_point(small, large)}.",
    )


def _critical_point(small: int, large: int) -> str:
    """What a critical point is, by the signs of its two curvatures."""
    if small * large == 0:
        return "not decided by the second order"
    if small < 0 < large:
        return "a saddle point"
    return "a minimum" if small > 0 else "a maximum"


@variant
def float_spacing(rng: np.random.Generator) -> Numeric:
    name = pick(rng, list(MANTISSA_BITS))
    power = whole(rng, 3, 14)
    bits = MANTISSA_BITS[name]
    answer = 2.0 ** (power - bits)
    return Numeric(
        prompt=f"{name} has {bits} bits after the leading one. How far apart are neighbouring numbers just "
        f"above {2**power}, to three significant digits?",
        answer=answer,
        wrong=[
            (2.0**-bits, "That is the spacing just above 1; it grows with the number's size."),
            (2.0 ** (-power - bits), "The spacing grows with the number, it does not shrink."),
            *(
                (2.0 ** (power - other), f"That is the spacing of {known}.")
                for known, other in MANTISSA_BITS.items()
                if known != name
            ),
        ],
        rtol=THREE_DIGITS,
        explanation=rf"${2**power} = 2^{{{power}}}$, so the spacing is $2^{{{power} - {bits}}} = {tex(answer)}$.",
    )


@variant
def checkpointed_activations(rng: np.random.Generator) -> Numeric:
    segments, length = pick(rng, [4, 5, 6, 8, 10]), pick(rng, [5, 6, 8, 9, 10, 12])
    layers = segments * length
    return Numeric(
        prompt=f"A network of {layers} equal layers is checkpointed in {segments} segments of {length} layers: only "
        f"each segment's input is kept, "
        "and a segment is recomputed in the backward pass. How many layer activations are held at most (kept inputs "
        "plus one recomputed segment)?",
        answer=segments + length,
        wrong=[
            (layers, "That is what is kept without checkpointing."),
            (segments, "While a segment is recomputed, its own activations are held as well."),
            (segments * length // 2, "Memory is the kept inputs plus one segment, not half of all."),
        ],
        integer=True,
        explanation=rf"${segments} + {length} = {segments + length}$ in place of {layers}; with segments of about "
        rf"$\sqrt{{L}}$ layers it is "
        r"$2\sqrt{L}$, for one extra forward pass.",
    )


@variant
def accumulated_loss(rng: np.random.Generator) -> Numeric:
    sizes = pick(rng, [(8, 8, 4), (8, 8, 2), (6, 6, 3), (10, 10, 5), (4, 4, 2)])
    losses = [whole(rng, 2, 9) / 10 for _ in sizes]
    answer = float(np.average(losses, weights=sizes))
    shown = ", ".join(f"{size} examples with mean loss {loss}" for size, loss in zip(sizes, losses, strict=True))
    return Numeric(
        prompt=f"Gradient accumulation over three micro-batches: {shown}. What is the mean loss of one large "
        "batch with the same examples, whose gradient the accumulated one has to equal, to three significant digits?",
        answer=answer,
        wrong=[
            (float(np.mean(losses)), "The mean of means gives the ragged micro-batch too much weight."),
            (float(np.sum(losses)), "Summing the means makes the gradient about three times too large."),
            (float(losses[-1]), "Gradients of all micro-batches are added up, unless they are zeroed in between."),
        ],
        rtol=THREE_DIGITS,
        explanation=rf"Weights are the numbers of examples ${row(np.array(sizes))}$: ${answer:.4g}$.",
    )
