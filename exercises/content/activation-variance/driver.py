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
    weights = [np.linalg.lstsq(h, z, rcond=None)[0] / SCALES[scale](h.shape[1]) for h, z in zip(inputs, sums)]
    shapes = [list(w.shape) for w in weights]
    if shapes != [list(pair) for pair in zip(sizes, sizes[1:])]:
        raise ValueError(f"the weights have the shapes {shapes}")
    exact = all(np.allclose(h @ w * SCALES[scale](h.shape[1]), z) for h, z, w in zip(inputs, sums, weights))
    stds, true = np.array(stds), np.array([h.std() for h in inputs[1:]])
    # The weights of a unit that is 0 in the whole batch cannot be recovered: those are told apart by nan.
    first = [w[0, :5] if h[:, 0].any() else np.full(5, np.nan) for h, w in zip(inputs, weights)]
    return {
        "ratios_to_true_stds": stds / true,
        "measured_around_zero": mistaken(stds, true, [math.sqrt((h**2).mean()) for h in inputs[1:]]),
        "divided_by_n_minus_1": mistaken(stds, true, [h.std(ddof=1) for h in inputs[1:]]),
        "layers_are_products": bool(exact),
        "layers_have_equal_weights": any(
            np.allclose(first[i], first[j], atol=1e-6) for i in range(len(first)) for j in range(i)
        ),
        "standard_weights": np.concatenate([w.reshape(-1) for w in weights]),
    }
