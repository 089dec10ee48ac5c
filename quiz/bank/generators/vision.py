"""Numbers about sizes in convolutional networks, receptive fields, detection and segmentation."""

import numpy as np

from nnref.numpy.convolution import conv2d, conv_out, conv_transpose_out, receptive_field
from nnref.numpy.residual import dense_block_channels
from quiz.bank.generators.drawing import THREE_DIGITS, matrix, pick, show, variant, whole
from quiz.bank.numeric import Numeric


@variant
def conv_output_size(rng: np.random.Generator) -> Numeric:
    h, k, s, p, d = whole(rng, 20, 64), pick(rng, [3, 5, 7]), pick(rng, [2, 3]), whole(rng, 1, 3), whole(rng, 1, 2)
    span = h + 2 * p - d * (k - 1) - 1
    return Numeric(
        prompt=rf"An image of height {h} meets a convolution with kernel {k}, stride {s}, padding {p} on both sides "
        rf"and dilation {d}. "
        "What is the height of the output?",
        answer=conv_out(h, k, s, p, d),
        wrong=[
            (-(-span // s) + 1, "The quotient is rounded down: windows that do not fit are left out."),
            (conv_out(h - p, k, s, p, d), "Padding is added on both sides, so it counts twice."),
            (conv_out(h, k, s, p, 3 - d), f"The dilation is {d}, so the kernel spans {d * (k - 1) + 1} pixels."),
        ],
        integer=True,
        explanation=rf"$\lfloor ({h} + 2\cdot{p} - {d}\cdot({k}-1) - 1)/{s} \rfloor + 1 = {conv_out(h, k, s, p, d)}$.",
    )


@variant
def transposed_output_size(rng: np.random.Generator) -> Numeric:
    h, k, s, p, extra = whole(rng, 5, 30), pick(rng, [3, 4, 5]), pick(rng, [2, 3]), pick(rng, [1, 2]), pick(rng, [0, 1])
    answer = conv_transpose_out(h, k, s, p, extra)
    return Numeric(
        prompt=f"A transposed convolution with kernel {k}, stride {s}, padding {p} and output padding {extra} gets "
        f"an input of height {h}. "
        "What is the height of the output?",
        answer=answer,
        wrong=[
            (conv_out(h, k, s, p), "That is an ordinary convolution; the transposed one makes the image larger."),
            (answer + 4 * p, "Padding *shrinks* the output of a transposed convolution."),
            (h * s, "Only if kernel, padding and output padding happen to fit."),
        ],
        integer=True,
        explanation=rf"$({h}-1)\cdot{s} - 2\cdot{p} + ({k}-1) + {extra} + 1 = {answer}$.",
    )


@variant
def receptive_field_size(rng: np.random.Generator) -> Numeric:
    layers = [(pick(rng, [3, 5]), pick(rng, [1, 2])) for _ in range(3)]
    answer = receptive_field([(k, s) for k, s in layers])
    described = "; ".join(f"kernel {k}, stride {s}" for k, s in layers)
    swapped = receptive_field([(k, 1) for k, _ in layers])
    return Numeric(
        prompt=f"Three convolutions follow each other: {described}. How many input pixels (in one dimension) does "
        f"one output value see?",
        answer=answer,
        wrong=[
            (swapped, "Strides of earlier layers multiply what a later kernel spans."),
            (
                sum(k for k, _ in layers),
                "Kernels overlap: each adds $(k-1)$ times the product of the strides before it.",
            ),
            (int(np.prod([k for k, _ in layers])), "Kernel sizes add up (times strides), they do not multiply."),
        ],
        integer=True,
        explanation=r"$1 + \sum_l (k_l - 1)\prod_{i<l} s_i = " + rf"{answer}$.",
    )


@variant
def conv_multiplications(rng: np.random.Generator) -> Numeric:
    k, c, f, size = pick(rng, [1, 3, 5]), pick(rng, [8, 16, 32]), pick(rng, [12, 24, 48]), pick(rng, [7, 14, 28])
    return Numeric(
        prompt=rf"A ${k}\times{k}$ convolution maps {c} channels to {f}; its output is ${size}\times{size}$. How "
        rf"many multiplications (MACs) does "
        "it take per image, biases not counted?",
        answer=f * c * k * k * size * size,
        wrong=[
            (f * c * k * k, "That is the number of weights; each is used at every output position."),
            (f * k * k * size * size, "Each filter reads all input channels."),
            (2 * f * c * k * k * size * size, "That counts FLOPs, two per multiply-accumulate."),
        ],
        integer=True,
        explanation=rf"${f}\cdot{c}\cdot{k}^2\cdot{size}^2 = {f * c * k * k * size * size}$.",
    )


@variant
def grouped_parameters(rng: np.random.Generator) -> Numeric:
    c, f, g, k = pick(rng, [32, 64, 96]), pick(rng, [64, 128, 160]), pick(rng, [2, 4, 8, 16]), pick(rng, [3, 5])
    return Numeric(
        prompt=rf"A grouped ${k}\times{k}$ convolution has {c} input channels, {f} filters, {g} groups and no bias. "
        rf"How many weights does it have?",
        answer=f * (c // g) * k * k,
        wrong=[
            (f * c * k * k, f"Each filter sees only the {c // g} channels of its group."),
            ((f // g) * (c // g) * k * k, f"That is one group; there are {g}."),
            (f * k * k, "That is one input channel per filter, as in a depthwise convolution."),
        ],
        integer=True,
        explanation=rf"${f}\cdot({c}/{g})\cdot{k}^2 = {f * (c // g) * k * k}$.",
    )


@variant
def separable_ratio(rng: np.random.Generator) -> Numeric:
    k, c, f = pick(rng, [3, 5, 7]), pick(rng, [32, 64, 128]), pick(rng, [16, 32, 64, 128, 256])
    answer = (c * k * k + c * f) / (c * f * k * k)
    return Numeric(
        prompt=rf"A ${k}\times{k}$ convolution from {c} to {f} channels is replaced by a depthwise ${k}\times{k}$ "
        rf"and a pointwise $1\times1$ convolution "
        "(no biases). Which fraction of the weights remains, to three significant digits?",
        answer=answer,
        wrong=[
            (1 / (k * k), "The depthwise part has to be counted, too."),
            (1 / f, r"That is the depthwise part only; the pointwise one adds $1/k^2$."),
            (1 / c + 1 / (k * k), "The first term is one over the *output* channels.")
            if c != f
            else (1 / answer, "That is how many times fewer weights it has."),
        ],
        rtol=THREE_DIGITS,
        explanation=rf"$1/{f} + 1/{k}^2 \approx {answer:.4g}$.",
    )


@variant
def correlation_value(rng: np.random.Generator) -> Numeric:
    x, w = rng.integers(-2, 5, (3, 3)), rng.integers(-2, 4, (2, 2))
    out = conv2d(x[None, None].astype(float), w[None, None].astype(float), np.zeros(1))[0, 0]
    return Numeric(
        prompt=rf"What is the upper left output of `Conv2d` (stride 1, no padding, no bias) for the image "
        rf"${matrix(x)}$ and the kernel ${matrix(w)}$?",
        answer=float(out[0, 0]),
        wrong=[
            (
                float((x[:2, :2] * w[::-1, ::-1]).sum()),
                "That flips the kernel (mathematical convolution); frameworks do not.",
            ),
            (
                float((x[:2, :2] @ w)[0, 0]),
                "That is a matrix product; entries at the same place are multiplied and summed.",
            ),
            (float((x[:2, :2] * w.T).sum()), "The kernel was transposed."),
        ],
        integer=True,
        explanation=rf"Sum of products at equal places: ${out[0, 0]:g}$.",
    )


@variant
def pooled_value(rng: np.random.Generator) -> Numeric:
    x = rng.integers(-9, 10, (2, 4))
    kind = pick(rng, ["max", "average"])
    window = x[:, 2:]
    answer, other = (window.max(), window.mean()) if kind == "max" else (window.mean(), window.max())
    return Numeric(
        prompt=rf"{kind.capitalize()} pooling with window $2\times2$ and stride 2 of ${matrix(x)}$ gives two values. "
        rf"What is the second?",
        answer=float(answer),
        wrong=[
            (float(other), "That is the other kind of pooling."),
            (float(window.sum()), "Nothing is summed up without dividing."),
            (float(x[:, :2].max() if kind == "max" else x[:, :2].mean()), "That is the first window."),
        ],
        atol=1e-6,
        explanation=rf"The second window is ${matrix(window)}$: {show(float(answer))}.",
    )


@variant
def volume_conv_parameters(rng: np.random.Generator) -> Numeric:
    k, c, f, dims = pick(rng, [3, 5]), pick(rng, [4, 8, 16]), pick(rng, [8, 12, 32]), pick(rng, [1, 3])
    return Numeric(
        prompt=f"A {dims}-D convolution has kernels of size {k} in each dimension, {c} input channels and {f} "
        f"filters with biases. "
        "How many parameters does it have?",
        answer=f * (c * k**dims + 1),
        wrong=[
            (f * (c * k * k + 1), f"That is the 2-D convolution; the kernel has {dims} dimension{'s' * (dims > 1)}."),
            (f * c * k**dims, "Each filter also has a bias."),
            (f * (k**dims + 1), "Every filter spans all input channels."),
        ],
        integer=True,
        explanation=rf"${f}\cdot({c}\cdot{k}^{{{dims}}} + 1) = {f * (c * k**dims + 1)}$.",
    )


@variant
def dense_block_width(rng: np.random.Generator) -> Numeric:
    start, growth, layers = pick(rng, [16, 32, 64]), pick(rng, [12, 24, 32]), whole(rng, 3, 8)
    answer = dense_block_channels(start, growth, layers)
    return Numeric(
        prompt=f"A dense block (DenseNet) gets {start} channels, has {layers} layers and growth rate {growth}. How "
        f"many channels does it output?",
        answer=answer,
        wrong=[
            (growth, "Each layer adds that many; its input and all earlier outputs are kept."),
            (layers * growth, "The block's input is concatenated as well."),
            (start, "That would be a residual block, which adds; here features are concatenated."),
        ],
        integer=True,
        explanation=rf"${start} + {layers}\cdot{growth} = {answer}$.",
    )


@variant
def unrolled_size(rng: np.random.Generator) -> Numeric:
    n, c, size, k = pick(rng, [2, 4, 8]), pick(rng, [3, 16, 32]), pick(rng, [10, 12, 20]), pick(rng, [3, 5])
    out = conv_out(size, k)
    entries = n * out * out * c * k * k
    return Numeric(
        prompt=rf"`im2col` turns {n} images of ${c}\times{size}\times{size}$ into a matrix for a ${k}\times{k}$ "
        rf"convolution (stride 1, no padding). "
        "How many entries has this matrix?",
        answer=entries,
        wrong=[
            (n * c * size * size, "That is the input; im2col repeats each pixel in every window that contains it."),
            (n * out * out * k * k, "All input channels of a window go into its row."),
            (n * size * size * c * k * k, rf"Without padding there are only ${out}\times{out}$ windows per image."),
        ],
        integer=True,
        explanation=rf"${n}\cdot{out}^2$ rows of ${c}\cdot{k}^2$ entries: ${entries}$.",
    )


@variant
def box_overlap(rng: np.random.Generator) -> Numeric:
    w, h = whole(rng, 4, 10), whole(rng, 4, 10)
    dx, dy = whole(rng, 1, w - 1), whole(rng, 1, h - 1)
    inner = (w - dx) * (h - dy)
    union = 2 * w * h - inner
    return Numeric(
        prompt=f"Two boxes (x1, y1, x2, y2): (0, 0, {w}, {h}) and ({dx}, {dy}, {w + dx}, {h + dy}). What is their "
        f"IoU, to three decimals?",
        answer=inner / union,
        wrong=[
            (inner / (2 * w * h), "The intersection is counted twice in the sum of areas; subtract it once."),
            (inner / (w * h), "Divide by the union, not by one box's area."),
            (1 - inner / union, "That is the Jaccard distance, 1 − IoU."),
        ],
        atol=6e-4,
        explanation=rf"Intersection ${w - dx}\cdot{h - dy} = {inner}$, union ${2 * w * h} - {inner} = {union}$: "
        rf"{inner / union:.4f}.",
    )


@variant
def mask_overlap(rng: np.random.Generator) -> Numeric:
    both, only_true, only_predicted = whole(rng, 20, 90), whole(rng, 5, 40), whole(rng, 5, 40)
    dice = 2 * both / (2 * both + only_true + only_predicted)
    iou = both / (both + only_true + only_predicted)
    kind = pick(rng, ["Dice coefficient", "IoU"])
    answer, other = (iou, dice) if kind == "IoU" else (dice, iou)
    return Numeric(
        prompt=f"A predicted mask and the true mask share {both} pixels; {only_true} pixels are only in the true "
        f"mask, {only_predicted} only in the predicted "
        f"one. What is the {kind}, to three decimals?",
        answer=answer,
        wrong=[
            (other, "That is the IoU." if kind != "IoU" else "That is the Dice coefficient."),
            (both / (both + only_predicted), "That is precision: missed pixels do not enter it."),
            (both / (both + only_true), "That is recall: pixels predicted too much do not enter it."),
        ],
        atol=6e-4,
        explanation=rf"IoU $= {both}/{both + only_true + only_predicted} \approx {iou:.4f}$, Dice $= "
        rf"2\cdot{both}/{2 * both + only_true + only_predicted} \approx {dice:.4f}$.",
    )
