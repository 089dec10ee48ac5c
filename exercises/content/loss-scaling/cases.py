"""Loss scaling: good steps, growth at the interval, inf and NaN in any place, the smallest scale, the defaults."""

import numpy as np

from grader.cases import Case

outputs = ("grads", "scale", "good_steps")
without = {"autograd": "the step of a scaler is not differentiated"}


def scaler_step(grads, scale, good_steps, growth=2.0, backoff=0.5, interval=2000):
    """Return the unscaled gradients (None if the step is skipped), the next scale and the good steps."""
    if not all(np.isfinite(grad).all() for grad in grads):
        return None, max(1.0, scale * backoff), 0
    grown = good_steps + 1 == interval
    return [grad / scale for grad in grads], scale * growth if grown else scale, 0 if grown else good_steps + 1


reference = scaler_step


def torch_reference(grads, scale, good_steps, growth=2.0, backoff=0.5, interval=2000):
    """Return the unscaled tensors (None if the step is skipped), the next scale and the good steps."""
    if any(bool(((grad - grad) != 0).any()) for grad in grads):  # inf - inf and NaN - NaN are NaN
        return None, max(1.0, scale * backoff), 0
    good_steps = (good_steps + 1) % interval
    return [grad / scale for grad in grads], scale if good_steps else scale * growth, good_steps


def cases(rng):
    def step(scale, good_steps, bad=None, **more):
        grads = [scale * rng.normal(size=shape) for shape in ((2, 3), (3,), (1, 4))]
        if bad is not None:
            value, which = bad
            grads[which].flat[int(rng.integers(grads[which].size))] = value
        return dict(grads=grads, scale=scale, good_steps=good_steps, **more)

    yield Case("a good step", **step(1024.0, 7), sample=True)
    yield Case("inf", **step(1024.0, 7, (np.inf, 1)), sample=True)
    yield Case("NaN", **step(65536.0, 12, (np.nan, 2)))
    yield Case("minus infinity", **step(4096.0, 3, (-np.inf, 0)))
    yield Case("the scale grows", **step(512.0, 1999))
    yield Case("one step before it grows", **step(512.0, 1998))
    yield Case("an overflow when it would grow", **step(2048.0, 1999, (np.inf, 0)))
    yield Case("NaN when it would grow", **step(256.0, 9, (np.nan, 1), growth=4.0, backoff=0.25, interval=10))
    yield Case("other factors, growing", **step(256.0, 9, growth=4.0, backoff=0.25, interval=10))
    yield Case("the smallest scale", **step(1.0, 5, (np.inf, 0)))
    yield Case("close to the smallest scale", **step(1.5, 5, (np.nan, 0)))
