"""What exercises are about, in the order in which it is learned, and how hard they are."""

TOPICS = {
    "foundations": "Foundations",
    "activations": "Activations",
    "losses": "Losses",
    "backpropagation": "Backpropagation",
    "optimisation": "Optimisation",
    "initialisation": "Initialisation",
    "regularisation": "Regularisation",
    "normalisation": "Normalisation",
    "convolution": "Convolution",
    "recurrent": "Recurrent networks",
    "attention": "Attention",
    "generative": "Generative models",
    "evaluation": "Evaluation",
    "practice": "In practice",
}
DIFFICULTIES = {"easy": "Easy", "medium": "Medium", "hard": "Hard"}
FRAMEWORKS = {"numpy": "NumPy", "torch": "PyTorch"}
