"""The topics of the bank, in the order in which they are learned."""

TOPICS = {
    "foundations": "Foundations",
    "activations-and-losses": "Activations and losses",
    "training": "Training",
    "optimisation": "Optimisation",
    "initialisation": "Initialisation",
    "regularisation": "Regularisation",
    "convolution": "Convolution",
    "recurrent": "Recurrent networks",
    "attention": "Attention",
    "generative": "Generative models",
    "practice": "In practice",
    "evaluation": "Evaluation",
}


def topic_position(topic: str) -> int:
    """The place of a topic among all of them."""
    return list(TOPICS).index(topic)
