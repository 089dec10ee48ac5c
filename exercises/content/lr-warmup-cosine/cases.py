"""Whole schedules: with and without warm-up, a floor, steps beyond the end, warm-up only, one step."""

from grader.cases import Case
from nnref.numpy import lr_at as reference

outputs = ("schedule",)
without = {"autograd": "a schedule is plain numbers"}


def cases(rng):
    def schedule(warmup, total, **more):
        return dict(steps=total + 6, warmup=warmup, total=total, peak=float(rng.uniform(1e-3, 0.5)), **more)

    yield Case("warm-up and cosine", **schedule(4, 12), sample=True)
    yield Case("with a floor", **schedule(3, 17, floor=float(rng.uniform(1e-4, 9e-4))), sample=True)
    yield Case("no warm-up", **schedule(0, 9))
    yield Case("one step of warm-up", **schedule(1, 8, floor=0.0005))
    yield Case("warm-up only", **schedule(7, 7, floor=0.0005))
    yield Case("long", **schedule(int(rng.integers(5, 15)), int(rng.integers(40, 60)), floor=1e-4))
