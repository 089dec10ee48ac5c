"""The generators of numeric questions, one module a topic; importing this package registers all of them."""

from quiz.bank.generators import (
    activations,
    attention,
    convolution,
    decoding,
    evaluation,
    foundations,
    generative,
    gradients,
    initialisation,
    losses,
    optimisation,
    practice,
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
    "evaluation",
    "foundations",
    "generative",
    "gradients",
    "initialisation",
    "losses",
    "optimisation",
    "practice",
    "recurrent",
    "regularisation",
    "training",
    "vision",
]
