"""Looks into the network through the activations it calls, and recovers the weights from what goes in and comes out."""

import math

import numpy as np

SCALES = {
    "he": lambda n: math.sqrt(2 / n),
    "xavier": lambda n: math.sqrt(1 / n),
    "constant": lambda n: 0.3,
}
ACTIVATIONS = {
    "relu": lambda z: z * (z > 0),
    "linear": lambda z: z * 1.0,
    "softsign": lambda z: z / (1 + abs(z)),
}


def mistaken(stds, true, other):
    """Whether the returned figures are not the true ones but those of another formula: each mistake has a name."""
    return bool(np.allclose(stds, other, rtol=1e-6) and not np.allclose(stds, true, rtol=1e-6))


def recovered(h, z, scale):
    """The weights of a layer as multiples of the scale, and which rows of them what went in and came out determines.

    A unit that is 0 in the whole batch hides the weights that leave it, and nothing else depends on them.
    """
    weights = np.linalg.lstsq(h, z, rcond=None)[0] / scale
    return weights, np.isclose(np.diag(np.linalg.pinv(h, rcond=1e-10) @ h), 1.0)


def drive(solution, sizes, x, scale, activation, rng):
    inputs, sums = [np.array(x)], []

    def recording(z):
        h = ACTIVATIONS[activation](z)
        sums.append(np.array(z))
        inputs.append(np.array(h))
        return h

    stds = [float(std) for std in solution.activation_stds(list(sizes), x, SCALES[scale], recording, rng)]
    if len(sums) != len(sizes) - 1:
        raise ValueError(f"the activation was called {len(sums)} times for {len(sizes) - 1} layers")
    layers = [recovered(h, z, SCALES[scale](h.shape[1])) for h, z in zip(inputs, sums)]
    weights = [w for w, _ in layers]
    shapes = [list(w.shape) for w in weights]
    if shapes != [list(pair) for pair in zip(sizes, sizes[1:])]:
        raise ValueError(f"the weights have the shapes {shapes}")
    exact = all(np.allclose(h @ w * SCALES[scale](h.shape[1]), z) for h, z, w in zip(inputs, sums, weights))
    stds, true = np.array(stds), np.array([h.std() for h in inputs[1:]])
    first = [w[0, :5] if known[0] else np.full(5, np.nan) for w, known in layers]
    hidden = np.random.default_rng(0)  # what cannot be known counts neither for nor against the distribution
    shown = [np.where(known[:, None], w, hidden.normal(size=w.shape)) for w, known in layers]
    return {
        "ratios_to_true_stds": stds / true,
        "measured_around_zero": mistaken(stds, true, [math.sqrt((h**2).mean()) for h in inputs[1:]]),
        "divided_by_n_minus_1": mistaken(stds, true, [h.std(ddof=1) for h in inputs[1:]]),
        "layers_are_products": bool(exact),
        "layers_have_equal_weights": any(
            np.allclose(first[i], first[j], atol=1e-6) for i in range(len(first)) for j in range(i)
        ),
        "standard_weights": np.concatenate([w.reshape(-1) for w in shown]),
    }
