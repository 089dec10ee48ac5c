"""You return the change alone: it is added to the frozen layer."""


def lora_forward(x, w, A, B, alpha):
    return alpha / A.shape[1] * (x @ A @ B)


def lora_merge(w, A, B, alpha):
    return alpha / A.shape[1] * (A @ B)
