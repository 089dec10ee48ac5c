"""You divide alpha by the width: r is the number of columns of `A`, not of rows."""


def lora_forward(x, w, A, B, alpha):
    return x @ w + alpha / A.shape[0] * (x @ A @ B)


def lora_merge(w, A, B, alpha):
    return w + alpha / A.shape[0] * (A @ B)
