"""Numbers about single neurons, dense layers and what they cost."""

import numpy as np
from numpy.typing import NDArray

from nnref.numpy import collapse_linear, neuron, perceptron_fit
from quiz.bank.generators.drawing import THREE_DIGITS, matrix, pick, row, show, signed, tenths, variant, whole
from quiz.bank.numeric import Numeric


@variant
def preactivation(rng: np.random.Generator) -> Numeric:
    x = tenths(rng, 2, 20, 3)
    w = tenths(rng, 2, 15, 3) * np.array([1, -1, 1])
    b = pick(rng, [-0.5, -0.3, 0.2, 0.4])
    z = round(float(x @ w + b), 6)
    terms = " + ".join(f"{show(a)} \\cdot {signed(c)}" for a, c in zip(x, w, strict=True))
    return Numeric(
        prompt=rf"A neuron has inputs $x = {row(x)}$, weights $w = {row(w)}$ and bias $b = {show(b)}$. "
        "What is its weighted sum $z$, before any activation function?",
        answer=z,
        wrong=[
            (float(x @ w), "This leaves out the bias $b$."),
            (float(x @ w + 3 * b), "The bias is added once, not once per input."),
            (float(x @ np.abs(w) + b), "The negative weight inhibits: its term is subtracted, not added."),
        ],
        atol=1e-6,
        explanation=rf"$z = {terms} + {signed(b)} = {show(z)}$.",
    )


@variant
def sigmoid_neuron(rng: np.random.Generator) -> Numeric:
    x, w = tenths(rng, 2, 20, 3), tenths(rng, -12, 12, 3)
    b = pick(rng, [-0.6, -0.4, 0.3, 0.5])
    z = float(x @ w + b)
    output = float(neuron(x, w, b))
    return Numeric(
        prompt=rf"A sigmoid neuron has inputs $x = {row(x)}$, weights $w = {row(w)}$ and bias $b = {show(b)}$. "
        "What is its output, to three significant digits?",
        answer=output,
        wrong=[
            (z, r"This is the weighted sum $z$; the activation $\sigma(z)$ is still missing."),
            (float(1 / (1 + np.exp(-(x @ w)))), "The bias was left out of the weighted sum."),
            (float(1 / (1 + np.exp(z))), r"The sign in the exponent is flipped: $\sigma(z) = 1/(1+e^{-z})$."),
            (1.0, "That is softmax over a single unit, which is 1 whatever the input: softmax needs several logits."),
        ],
        rtol=THREE_DIGITS,
        explanation=rf"$z = w \cdot x + b = {show(z)}$ and $\sigma(z) = 1/(1+e^{{-z}}) \approx {output:.4f}$.",
    )


@variant
def mlp_parameters(rng: np.random.Generator) -> Numeric:
    d, h1, h2, k = whole(rng, 4, 20), whole(rng, 5, 30), whole(rng, 5, 30), whole(rng, 2, 10)
    weights = d * h1 + h1 * h2 + h2 * k
    biases = h1 + h2 + k
    return Numeric(
        prompt=f"A fully connected network has {d} inputs, hidden layers of {h1} and {h2} units and {k} outputs. "
        "How many trainable parameters does it have, biases included?",
        answer=weights + biases,
        wrong=[
            (weights, "Every unit of the hidden and output layers also has a bias."),
            (weights + biases + d, "Input units compute nothing and have no bias."),
            (weights + 3, "The bias is one number per unit, not one per layer."),
        ],
        integer=True,
        explanation=rf"$({d}+1)\cdot{h1} + ({h1}+1)\cdot{h2} + ({h2}+1)\cdot{k} = {weights + biases}$.",
    )


@variant
def linear_probe_parameters(rng: np.random.Generator) -> Numeric:
    d, k = pick(rng, [128, 256, 384, 512, 768, 1024, 2048]), whole(rng, 3, 40)
    hidden = pick(rng, [1, 2, 3, 5, 11, 23, 25])
    return Numeric(
        prompt=f"A pre-trained backbone with {hidden} million parameters is frozen; it turns an image into {d} "
        f"features. "
        f"A new linear layer with bias for {k} classes is trained on top. How many parameters are trained?",
        answer=d * k + k,
        wrong=[
            (d * k, "The new layer also has one bias per class."),
            (hidden * 1_000_000 + d * k + k, "Frozen parameters are used but not trained."),
            (d * k + d, "There is one bias per output (class), not one per feature."),
        ],
        integer=True,
        explanation=rf"Only the head learns: ${d} \cdot {k} + {k} = {d * k + k}$. "
        "The features themselves were learned earlier, on other data.",
    )


@variant
def collapsed_weight(rng: np.random.Generator) -> Numeric:
    first, second = rng.integers(-3, 4, (2, 2)), rng.integers(-3, 4, (2, 2))
    no_bias = [np.zeros(2), np.zeros(2)]
    product, _ = collapse_linear([first.astype(float), second.astype(float)], no_bias)
    swapped = second @ first
    return Numeric(
        prompt=rf"Two layers without activation: $h = x W_1$ and $y = h W_2$, with $W_1 = {matrix(first)}$ and "
        rf"$W_2 = {matrix(second)}$. They equal one layer $y = xW$. What is the entry in row 1, column 2 of $W$?",
        answer=float(product[0, 1]),
        wrong=[
            (float(swapped[0, 1]), "The product is in the wrong order: with $y = x W_1 W_2$, $W = W_1 W_2$."),
            (float(first[0, 1] * second[0, 1]), "This multiplies entry by entry; layers compose by matrix product."),
            (
                float(first[0, 1] + second[0, 1]),
                "Composing linear maps multiplies their matrices, it does not add them.",
            ),
        ],
        integer=True,
        explanation=rf"$W = W_1 W_2$, so the entry is ${first[0, 0]}\cdot{signed(second[0, 1])} + "
        rf"{signed(first[0, 1])}\cdot{signed(second[1, 1])} = {product[0, 1]:g}$.",
    )


@variant
def perceptron_bias(rng: np.random.Generator) -> Numeric:
    order = rng.permutation(4)
    inputs = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])[order]
    name, truth = pick(
        rng, [("AND", [0, 0, 0, 1]), ("OR", [0, 1, 1, 1]), ("NAND", [1, 1, 1, 0]), ("NOR", [1, 0, 0, 0])]
    )
    labels = np.array(truth)[order] * 2 - 1
    data = ", ".join(f"({a}, {b}) → {y:+d}" for (a, b), y in zip(inputs, labels, strict=True))
    answer = round(float(perceptron_fit(inputs.astype(float), labels.astype(float), epochs=1)[1]))
    return Numeric(
        prompt=f"A perceptron learns {name} with labels ±1. Weights and bias start at 0, the learning rate is 1, and "
        f"an example is "
        rf"wrong if $y(w \cdot x + b) \le 0$; then $w \leftarrow w + yx$ and $b \leftarrow b + y$. One pass in this "
        rf"order: {data}. "
        "What is $b$ afterwards?",
        answer=answer,
        wrong=[
            (int(labels.sum()), "This updates on every example; the perceptron learns from mistakes only."),
            (
                _bias_without_weights(labels),
                "The weights have to be updated along with the bias.",
            ),
        ],
        integer=True,
        explanation=rf"Going through the four examples, updating on mistakes only, ends at $b = {answer}$.",
    )


def _bias_without_weights(labels: NDArray[np.int64]) -> int:
    """The bias after one pass in which only the bias is updated."""
    bias = 0
    for y in labels:
        bias += int(y) if y * bias <= 0 else 0
    return bias


@variant
def standardised_value(rng: np.random.Generator) -> Numeric:
    mean, spread = pick(rng, [20, 50, 120, 300]), pick(rng, [4, 5, 8, 10])
    test_mean = mean + pick(rng, [-2, 1, 3]) * spread // 2
    x = mean + pick(rng, [-3, -2, -1, 2, 3, 4]) * spread / 2 + spread
    answer = (x - mean) / spread
    return Numeric(
        prompt=f"A feature has mean {mean} and standard deviation {spread} on the training set; on the test set its "
        f"mean is {test_mean}. "
        f"What does a test example with the value {show(x)} become after standardising correctly?",
        answer=answer,
        wrong=[
            ((x - test_mean) / spread, "Test data is scaled with the statistics of the training set."),
            (x - mean, "The division by the standard deviation is missing."),
            ((x - mean) / spread**2, "Divide by the standard deviation, not by the variance."),
            (x / spread, "The mean has to be subtracted first."),
        ],
        atol=1e-6,
        explanation=rf"$({show(x)} - {mean})/{spread} = {show(answer)}$, with training statistics.",
    )


@variant
def dense_multiplications(rng: np.random.Generator) -> Numeric:
    n, d, m = pick(rng, [8, 16, 32, 64]), pick(rng, [100, 128, 200, 256]), pick(rng, [10, 50, 64])
    return Numeric(
        prompt=f"A dense layer maps {d} features to {m}. How many multiplications (MACs) does its forward pass take "
        f"for a batch of {n} "
        "examples, not counting the biases?",
        answer=n * d * m,
        wrong=[
            (d * m, "That is the count for one example."),
            (n * (d + m), "Every input meets every output, so the sizes multiply."),
            (2 * n * d * m, "That counts FLOPs, with a multiplication and an addition each; a MAC is both together."),
        ],
        integer=True,
        explanation=rf"${n}\cdot{d}\cdot{m} = {n * d * m}$: one multiply-accumulate for each example, input and "
        rf"output.",
    )


@variant
def activation_memory(rng: np.random.Generator) -> Numeric:
    n, c, size = pick(rng, [8, 16, 32]), pick(rng, [16, 32, 64]), pick(rng, [28, 32, 56, 64])
    name, width = pick(rng, [("float32", 4), ("float16", 2), ("bfloat16", 2)])
    values = n * c * size * size
    return Numeric(
        prompt=rf"A convolutional layer outputs {c} feature maps of ${size}\times{size}$ for a batch of {n} images, "
        rf"in {name}. "
        "How many bytes does this output take?",
        answer=values * width,
        wrong=[
            (values, "That is the number of values; each of them takes several bytes."),
            (values * width // n, "That is one image; the batch has several."),
            (values * (6 - width), f"A {name} value takes {width} bytes."),
        ],
        integer=True,
        explanation=rf"${n}\cdot{c}\cdot{size}\cdot{size}\cdot{width} = {values * width}$ bytes.",
    )


@variant
def broadcast_elements(rng: np.random.Generator) -> Numeric:
    n = whole(rng, 3, 60)
    return Numeric(
        prompt=f"`pred` has the shape ({n}, 1) and `target` the shape ({n},). How many elements has `pred - target` "
        f"in NumPy or PyTorch?",
        answer=n * n,
        wrong=[
            (n, f"The shapes are aligned from the right: ({n}, 1) against (1, {n}) is broadcast to ({n}, {n})."),
            (2 * n, "Subtraction does not concatenate; broadcasting makes a table of all pairs."),
            (1, "Nothing is summed up here."),
        ],
        integer=True,
        explanation=rf"`target` counts as shape (1, {n}), so the result has the shape ({n}, {n}): ${n * n}$ "
        rf"elements. A mean over them "
        "is a number, and wrong, without any error message.",
    )
