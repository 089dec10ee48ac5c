"""You scale by alpha: the factor is alpha / r, so that the size of the change does not grow with the rank."""


def lora_forward(x, w, A, B, alpha):
    return x @ w + alpha * (x @ A @ B)


def lora_merge(w, A, B, alpha):
    return w + alpha * (A @ B)
