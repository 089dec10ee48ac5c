"""Variance propagation: the returned figures against what went through the activations, the weights by statistics."""

from grader.cases import Case, generator, normal
from nnref.numpy import activation_stds as reference

outputs = (
    "ratios_to_true_stds",
    "measured_around_zero",
    "divided_by_n_minus_1",
    "layers_are_products",
    "layers_have_equal_weights",
    "standard_weights",
)


def cases(rng):
    def network(sizes, scale, activation):
        x = rng.normal(size=(3 * max(sizes), sizes[0])) + rng.normal(size=sizes[0])  # units with means of their own
        facts = dict(sizes=sizes, x=x, scale=scale, activation=activation, rng=generator(rng))
        return dict(**facts, judge={"standard_weights": normal()})

    yield Case("relu after He", **network([24, 24, 24, 24], "he", "relu"), sample=True)
    yield Case("relu with too small weights", **network([30, 20, 25, 15, 20], "xavier", "relu"), sample=True)
    yield Case("linear layers", **network([20, 30, 10], "xavier", "linear"))
    yield Case("constant weights", **network([12, 20, 16, 20], "constant", "softsign"))
    yield Case("one layer", **network([18, 26], "he", "softsign"))
