"""The generators of numeric questions, one module a topic; importing this package registers all of them."""

from quiz.bank.generators import (
    activations,
    attention,
    convolution,
    decoding,
    foundations,
    gradients,
    initialisation,
    losses,
    optimisation,
    recurrent,
    regularisation,
    training,
    vision,
)

__all__ = [
    "activations",
    "attention",
    "convolution",
    "decoding",
    "foundations",
    "gradients",
    "initialisation",
    "losses",
    "optimisation",
    "recurrent",
    "regularisation",
    "training",
    "vision",
]
