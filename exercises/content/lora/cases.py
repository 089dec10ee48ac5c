"""LoRA: rectangular and square weights, ranks 1 to 4, sequences, an untrained B, and merging."""

import numpy as np

from grader.cases import Case, exact
from nnref.numpy import lora_forward, lora_merge

references = {"lora_forward": lora_forward, "lora_merge": lora_merge}
arguments = {"alpha": exact}
outputs = {"lora_forward": ("out",), "lora_merge": ("w",)}


def cases(rng):
    def weights(d, m, r, alpha):
        return dict(
            w=rng.normal(size=(d, m)), A=rng.normal(size=(d, r)), B=rng.normal(size=(r, m)), alpha=alpha
        )

    def layer(lead, d, m, r, alpha):
        return dict(x=rng.normal(size=(*lead, d)), **weights(d, m, r, alpha))

    yield Case("rank two", **layer((4,), 5, 3, 2, 8.0), sample=True)
    yield Case("rank one", **layer((3,), 4, 6, 1, 2.0))
    yield Case("all sizes equal", **layer((3,), 3, 3, 3, 1.5))
    yield Case("sequences", **layer((2, 3), 5, 4, 2, 4.0))
    untrained = layer((4,), 3, 5, 2, 16.0)
    untrained["B"] = np.zeros((2, 5))
    yield Case("untrained", **untrained)
    yield Case("merge", **weights(5, 3, 2, 8.0), call="lora_merge", sample=True)
    yield Case("merge, all sizes equal", **weights(4, 4, 4, 1.0), call="lora_merge")
    yield Case("merge, rank three", **weights(4, 6, 3, 4.0), call="lora_merge")
