"""XOR by hand: the returned network is run on the four points, with both activations and both thresholds."""

import numpy as np

from grader.cases import Case, by_function

outputs = ("w1", "b1", "w2", "b2")
POINTS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
WANTED = np.array([-1, 1, 1, -1])
MARGIN = 0.1


def reference():
    return np.ones((2, 2)), np.array([0.0, -1.0]), np.array([[1.0], [-2.0]]), np.zeros(1)


torch_reference = reference


def cases(rng):
    yield Case("the four points", judge=dict.fromkeys(outputs, by_function), sample=True)


def verify(case, inputs, output):
    if not isinstance(output, (tuple, list)) or len(output) != 4:
        return "return four arrays: (w1, b1, w2, b2)"
    for name, part in zip(outputs, output):
        if not isinstance(part, np.ndarray) or part.dtype.kind not in "fiu":
            return f"{name} is not an array of numbers"
        if not np.isfinite(part).all():
            return f"{name} holds a number that is not finite"
    hidden = output[0].shape[-1] if output[0].ndim == 2 else 0
    if not 1 <= hidden <= 16:
        return f"w1: expected shape (2, H) with H from 1 to 16, got {output[0].shape}"
    for name, part, shape in zip(outputs, output, [(2, hidden), (hidden,), (hidden, 1), (1,)]):
        if part.shape != shape:
            return f"{name}: expected shape {shape}, got {part.shape}"
    return judged(*(part.astype(float) for part in output))


def judged(w1, b1, w2, b2):
    """Return None if the network computes XOR in one of the four readings, else what its best reading gives."""
    z = POINTS @ w1 + b1
    found = []
    for name, hidden in (("ReLU", np.maximum(z, 0)), ("step", (z >= 0).astype(float))):
        y = (hidden @ w2 + b2)[:, 0]
        found += [(float((WANTED * (y - threshold)).min()), name, threshold, y) for threshold in (0.0, 0.5)]
    margin, name, threshold, y = max(found, key=lambda item: item[0])
    if margin >= MARGIN - 1e-6:
        return None
    values = ", ".join(f"{value:g}" for value in y.round(4))
    problem = "the sides are right, but the margin is" if margin > 0 else "a point is on the wrong side, by"
    return f"for (0,0), (0,1), (1,0), (1,1) the outputs are {values} with {name}; at threshold {threshold:g} {problem} {abs(margin):.3g}"
