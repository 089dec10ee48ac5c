"""Central differences: known functions of several shapes, another step, integers, the cost, and `x` put back."""

import numpy as np

from grader.cases import Case, by_function
from nnref.numpy import numerical_gradient as reference

outputs = ("gradient", "calls", "restored")
ERROR = 1e-8


def neighbours(x, h):
    slope = np.zeros_like(x)
    slope[1:] += x[:-1] ** 2
    slope[:-1] += 2 * x[:-1] * x[1:]
    return slope


SLOPES = {  # what central differences with step h give but for rounding
    "quadratic": lambda x, h: x + 1,
    "cubic": lambda x, h: 3 * x**2 + h**2,
    "steep": lambda x, h: 1e3 * (3 * x**2 + h**2),
    "rational": lambda x, h: -2 * x / (1 + x * x) ** 2,
    "neighbours": neighbours,
    "large": lambda x, h: 2e6 * x,
}


def cases(rng):
    def point(f, shape, **more):
        x = rng.uniform(0.5, 2, shape) * rng.choice([-1, 1], shape)
        return dict(f=f, x=x, **more, judge=dict.fromkeys(outputs, by_function))

    yield Case("a vector", **point("cubic", (5,)), sample=True)
    yield Case("a matrix", **point("rational", (3, 4)), sample=True)
    yield Case("three axes", **point("quadratic", (2, 3, 2)))
    yield Case("entries that interact", **point("neighbours", (4, 3)))
    yield Case("a wide step", **point("cubic", (6,), h=0.1))
    yield Case("near 0, where the step shows", **point("steep", (3,)) | dict(x=1e-3 * rng.uniform(0.5, 2, 3)))
    yield Case("large values", **point("large", (4,)))
    yield Case("integers", **point("cubic", (4,)) | dict(x=rng.permutation(9)[:4] - 4))


def verify(case, inputs, output):
    x, h = inputs["x"], inputs.get("h") or 1e-5
    if not isinstance(output, dict) or set(output) != set(outputs):
        return "return one array, the gradient"
    if not output["restored"]:
        return "x is not what it was before the call: put the old value back, or work on a copy"
    if output["calls"] > 2 * x.size:
        return f"f was evaluated {output['calls']} times for {x.size} entries; two for each are enough"
    gradient = output["gradient"]
    if not isinstance(gradient, np.ndarray) or gradient.shape != x.shape:
        return f"expected an array of shape {x.shape}, got {getattr(gradient, 'shape', type(gradient).__name__)}"
    if gradient.dtype != np.float64:
        return f"expected a float64 gradient, got {gradient.dtype}"
    wanted = SLOPES[inputs["f"]](x.astype(float), h)
    error = np.abs(gradient - wanted)
    if (error <= ERROR * max(1.0, np.abs(wanted).max())).all():
        return None
    index = tuple(int(i) for i in np.unravel_index(np.argmax(np.nan_to_num(error, nan=np.inf)), x.shape))
    return f"gradient at {index}: expected {wanted[index]:.9g}, got {gradient[index]:.9g} (h = {h:g})"
