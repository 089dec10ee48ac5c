"""Computes an expression by its name, goes back, and reports the value and the gradients of the leaves."""


def deep(a):
    """A chain of 2000 additions and multiplications."""
    result = a
    for i in range(1000):
        result = result * 1.0001 + 0.0002 * (i % 3)
    return result


def balance(a, b):
    """A long chain in which a leaf comes back again and again."""
    result = a
    for _ in range(40):
        result = result * b + a
    return result


EXPRESSIONS = {
    "a * b + a": lambda a, b: a * b + a,
    "a * a + a": lambda a: a * a + a,
    "a + a": lambda a: a + a,
    "diamond": lambda a, b: (lambda c: (c * a + c * c) * c)(a * b),
    "unequal paths": lambda a, b: (lambda c: (lambda d: d * c + a * d + c)(c * c + a))(a * b + b),
    "numbers on the right": lambda a: ((a + 2) * 3 - 1.5) / 4,
    "numbers on the left": lambda a: 2 / (1.5 - 3 * (2 + a)),
    "division": lambda a, b, c: a / b - b / c,
    "minus": lambda a, b: -(a - b) * -a,
    "powers": lambda a, b: a**3 + b**-2 + a**0.5,
    "exp": lambda a, b: (a * b).exp() + a.exp(),
    "tanh": lambda a, b: (a + b).tanh() * a.tanh(),
    "log": lambda a, b: (a * a + b).log() * b.log(),
    "relu": lambda a, b, c: (a * b).relu() + (a * c).relu() * a + c.relu(),
    "relu at 0": lambda a, b: a.relu() * b + a,
    "neuron": lambda x, w, b: (x * w + b).tanh() ** 2 / ((x * w).exp() + 1),
    "balance": balance,
    "deep": deep,
}


def drive(solution, expression, leaves, passes):
    values = [solution.Value(float(leaf)) for leaf in leaves]
    result = EXPRESSIONS[expression](*values)
    for _ in range(passes["same"]):
        result.backward()
    for _ in range(passes["fresh"]):
        EXPRESSIONS[expression](*values).backward()
    return {"value": float(result.data), "gradients": [float(value.grad) for value in values]}
