"""Channel dropout and DropPath: whole channels, whole samples, the rate by exact tests, p = 0, evaluation."""

from grader.cases import Case, dropped, exact, generator
from nnref.numpy import drop_path, dropout2d

references = {"dropout2d": dropout2d, "drop_path": drop_path}
arguments = {"p": exact, "training": exact}
outputs = {"dropout2d": ("out",), "drop_path": ("out",)}


def cases(rng):
    def given(shape, p, training=True):
        return dict(x=rng.normal(1.0, 2.0, size=shape), p=p, training=training, generator=generator(rng))

    channels, path = (2, 3), (1, 2, 3)
    yield Case("channels in evaluation", **given((2, 3, 2, 2), 0.3, training=False), sample=True)
    yield Case("channels, p = 0.3", **given((60, 50, 2, 3), 0.3), judge=dropped(p=0.3, along=channels))
    yield Case("channels, p = 0.8", **given((50, 60, 3, 2), 0.8), judge=dropped(p=0.8, along=channels))
    yield Case("channels, p = 0", **given((2, 3, 2, 2), 0.0))
    on_paths = dict(call="drop_path")
    yield Case("paths in evaluation", **given((3, 2, 2, 1), 0.3, training=False), **on_paths, sample=True)
    yield Case("paths, p = 0.3", **given((2000, 3, 2, 2), 0.3), **on_paths, judge=dropped(p=0.3, along=path))
    yield Case("paths of vectors, p = 0.8", **given((2500, 5), 0.8), **on_paths, judge=dropped(p=0.8, along=(1,)))
    yield Case("paths, p = 0", **given((4, 3, 2), 0.0), **on_paths)
