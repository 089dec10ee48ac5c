"""A network's loss and gradients: depths 1 to 5, three activations, equal and different widths, one example, large logits."""

from grader.cases import Case, exact
from nnref.numpy import mlp_loss_grad as reference

arguments = {"y": exact, "activation": exact}
outputs = ("loss", "grads")


def cases(rng):
    def network(n, sizes, activation):
        return dict(
            params=[
                (rng.normal(size=(a, b)) * 1.5 / a**0.5, 0.5 * rng.normal(size=b)) for a, b in zip(sizes, sizes[1:])
            ],
            X=rng.normal(size=(n, sizes[0])),
            y=rng.integers(sizes[-1], size=n),
            activation=activation,
        )

    yield Case("two layers, tanh", **network(5, (3, 4, 2), "tanh"), sample=True)
    yield Case("one linear layer", **network(4, (3, 5), "relu"), sample=True)
    yield Case("three layers, relu", **network(6, (4, 7, 5, 3), "relu"))
    yield Case("equal widths, relu", **network(4, (4, 4, 4, 4), "relu"))
    yield Case("equal widths, tanh", **network(4, (4, 4, 4, 4), "tanh"))
    yield Case("five layers, sigmoid", **network(5, (3, 6, 4, 5, 4, 3), "sigmoid"))
    yield Case("four layers, tanh", **network(3, (2, 5, 3, 4, 6), "tanh"))
    yield Case("one example", **network(1, (3, 4, 3), "sigmoid"))
    large = network(4, (3, 4), "relu")
    large["params"] = [(500 * w, b) for w, b in large["params"]]
    large["y"] = (large["X"] @ large["params"][0][0]).argmax(axis=1)  # no label's probability is rounded to 0
    yield Case("large logits", **large, extreme=True)
