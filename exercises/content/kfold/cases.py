"""k-fold: sizes with and without remainder, two folds, leave one out, more folds than rows."""

import numpy as np

from grader.cases import Case, by_function, generator
from nnref.numpy import kfold as reference

outputs = ("folds",)


def cases(rng):
    yield Case("with a remainder", n=23, k=5, rng=generator(rng), judge=by_function, sample=True)
    yield Case("even", n=24, k=4, rng=generator(rng), judge=by_function)
    yield Case("two folds", n=int(rng.integers(15, 40)), k=2, rng=generator(rng), judge=by_function)
    yield Case("leave one out", n=12, k=12, rng=generator(rng), judge=by_function)
    yield Case("almost as many folds as rows", n=14, k=11, rng=generator(rng), judge=by_function)
    yield Case("more folds than rows", n=3, k=5, rng=generator(rng), raises=True)


def verify(case, inputs, output):
    n, k = inputs["n"], inputs["k"]
    if not isinstance(output, (list, tuple)) or len(output) != k:
        return f"expected a list of {k} pairs"
    validations = []
    for number, pair in enumerate(output):
        if not isinstance(pair, (list, tuple)) or len(pair) != 2:
            return f"fold {number} is not a pair (train, validation)"
        train, validation = (np.asarray(part) if isinstance(part, list) else part for part in pair)
        for name, part in (("train", train), ("validation", validation)):
            if not isinstance(part, np.ndarray) or part.ndim != 1 or part.dtype.kind not in "iu":
                return f"fold {number}: {name} is not a one-dimensional array of integers"
        both = np.concatenate([train, validation])
        common = np.intersect1d(train, validation)
        if common.size:
            return f"fold {number}: row {common[0]} is in the training and in the validation part"
        if len(both) != n or set(both.tolist()) != set(range(n)):
            return f"fold {number}: its two parts hold {len(set(both.tolist()))} of the {n} rows"
        validations.append(validation)
    rows = np.concatenate(validations)
    if len(set(rows.tolist())) < len(rows) or len(rows) != n:
        return f"{n - len(set(rows.tolist()))} of {n} rows are in no validation part: shuffle once, then cut"
    sizes = [len(validation) for validation in validations]
    if max(sizes) - min(sizes) > 1:
        return f"the folds have {sizes} rows: sizes may differ by at most 1"
    if n > 11 and [sorted(part.tolist()) for part in validations] == [part.tolist() for part in np.array_split(np.arange(n), k)]:
        return "the rows are cut in their original order: shuffle them first"
    return None
