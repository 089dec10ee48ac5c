"""You merge twice: the change is added to the frozen weight once."""


def lora_forward(x, w, A, B, alpha):
    return x @ w + alpha / A.shape[1] * (x @ A @ B)


def lora_merge(w, A, B, alpha):
    return w + 2 * (alpha / A.shape[1]) * (A @ B)
