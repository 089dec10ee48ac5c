"""You divide alpha by the root of the rank (that is rsLoRA): here the factor is alpha / r."""


def lora_forward(x, w, A, B, alpha):
    return x @ w + alpha / A.shape[1] ** 0.5 * (x @ A @ B)


def lora_merge(w, A, B, alpha):
    return w + alpha / A.shape[1] ** 0.5 * (A @ B)
