"""Gradient accumulation: equal and ragged micro-batches, a single one, single samples; two calls in a row."""

from grader.cases import Case

outputs = ("first", "second", "most_at_once")


def accumulate(grad_fn, batches):
    """Return the sum of the gradients, each weighted with the share of its batch."""
    found = [grad_fn(batch) for batch in batches]
    n = sum(size for _, size in found)
    return [sum(size / n * grad for grad, (_, size) in zip(grads, found)) for grads in zip(*(g for g, _ in found))]


reference = accumulate


def torch_reference(model, loss_fn, batches):
    """Fill `.grad` with the sum over the batches of their gradients, each weighted with the share of its batch."""
    n = sum(len(xb) for xb, _ in batches)
    model.zero_grad()
    for xb, yb in batches:
        (len(xb) / n * loss_fn(model(xb), yb)).backward()


def cases(rng):
    def data(sizes, d=3, m=2):
        n = sum(sizes)
        X = rng.normal(size=(n, d)) + rng.normal(size=(n, 1))
        y, w, b = rng.normal(1, 2, (n, m)), rng.normal(size=(d, m)), rng.normal(size=m)
        return dict(X=X, y=y, w=w, b=b, sizes=sizes)

    yield Case("equal micro-batches", **data([4, 4]), sample=True)
    yield Case("a smaller last one", **data([5, 2]), sample=True)
    yield Case("all sizes differ", **data([1, 5, 2]))
    yield Case("one batch", **data([6]))
    yield Case("single samples", **data([1, 1, 1]))
    yield Case("wide", **data([1, 3], d=5, m=4))
