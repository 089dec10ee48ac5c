"""What an exercise's `cases.py` is written with: cases, marks of arguments and judges of outputs, all plain data.

This is the only module of the grader that an author imports, and it imports nothing but NumPy.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np


@dataclass(frozen=True)
class Mark:
    """How an argument is treated: may it be moved a little to estimate the tolerance, may a call change it in place."""

    noisy: bool = True
    mutable: bool = False


noisy = Mark()
exact = Mark(noisy=False)
mutable = Mark(mutable=True)


@dataclass(frozen=True)
class Generator:
    """A random generator, by its seed: an `np.random.Generator` in NumPy, a `torch.Generator` in PyTorch."""

    seed: int


def generator(rng: np.random.Generator) -> Generator:
    """Return a generator argument with a fresh seed."""
    return Generator(int(rng.integers(2**63 - 1)))


@dataclass(frozen=True, init=False)
class Case:
    """One call of the learner's function: its name for people, its arguments, and how to judge what comes back.

    `inputs` are passed by position, in the order written, so that a learner may name the arguments freely; trailing
    arguments with a default may be left out. Values: NumPy arrays, numbers, booleans, strings, None, `generator(rng)`,
    and lists, tuples and dicts of these.

    call      the function that is called, when the exercise has several (default: the first name in `entry`)
    judge     how outputs are judged when not by comparing values with the reference: one judge for the first output,
              or a dict from output name to judge
    strict    float32-level agreement is not enough: for cases that show a small eps or a cancellation
    extreme   huge or tiny values: reduced precision is judged loosely (finite and within 1e-3 of the largest value)
    kink      a tie or a kink sits in the inputs: they are never perturbed
    gradient  whether PyTorch's autograd through the learner's function is compared (default: not at kinks or extremes)
    raises    any exception is right, and returning is wrong
    sample    shown and used by Run (when no case is marked, the first two are)
    optional  asked only of a function that takes all these arguments: for arguments that a solution may leave out
    only      the one framework that the case is for: "numpy" or "torch" (default: both)
    """

    name: str
    inputs: dict[str, Any]
    call: str | None = None
    judge: Any = None
    strict: bool = False
    extreme: bool = False
    kink: bool = False
    gradient: bool | None = None
    raises: bool = False
    sample: bool = False
    only: str | None = None
    optional: bool = False

    def __init__(
        self,
        name: str,
        /,
        *,
        call: str | None = None,
        judge: Any = None,
        strict: bool = False,
        extreme: bool = False,
        kink: bool = False,
        gradient: bool | None = None,
        raises: bool = False,
        sample: bool = False,
        only: str | None = None,
        optional: bool = False,
        **inputs: Any,
    ) -> None:
        for key, value in locals().copy().items():
            if key != "self":
                object.__setattr__(self, key, value)


@dataclass(frozen=True)
class Judge:
    """How one output is judged when not by comparing it with the reference."""


@dataclass(frozen=True)
class Dropped(Judge):
    """The output is `x` after inverted dropout with drop probability `p`: survivors exactly x/(1-p), binomial tests."""

    x: str
    p: float
    along: tuple[int, ...] = ()
    mask: str | None = None


def dropped(p: float, x: str = "x", along: tuple[int, ...] = (), mask: str | None = None) -> Dropped:
    """Judge an output as input `x` after inverted dropout with drop probability `p`.

    `along`: axes that share one decision (channel dropout: `(2, 3)`). `mask`: name of the output with the boolean mask.
    """
    return Dropped(x=x, p=p, along=along, mask=mask)


@dataclass(frozen=True)
class Distributed(Judge):
    """The output is a sample of independent values from a stated distribution."""

    family: str
    mean: float = 0.0
    sd: float = 1.0
    bound: float | None = None


def normal(mean: float = 0.0, sd: float = 1.0) -> Distributed:
    """Judge an output as independent normal values."""
    return Distributed("normal", mean=mean, sd=sd)


def uniform(bound: float) -> Distributed:
    """Judge an output as independent values, uniform on [-bound, bound]."""
    return Distributed("uniform", sd=bound / 3**0.5, bound=bound)


@dataclass(frozen=True)
class Anything(Judge):
    """The output is not judged (shape and values are free)."""


anything = Anything()


@dataclass(frozen=True)
class ByFunction(Judge):
    """The output is judged by `verify(case, inputs, output)` of the folder's `cases.py`, run in the author jail."""


by_function = ByFunction()


@dataclass(frozen=True)
class Property:
    """A property of an output that holds for every right solution; it explains a failure and checks the reference."""

    kind: str
    output: str
    parameters: dict[str, Any] = field(default_factory=dict)


def moments(
    output: str, *, mean: str | float | None = None, var: str | float | None = None, over: int | tuple[int, ...] = 0
) -> Property:
    """The mean (and variance) of `output` over the axes `over` equal the named inputs or the numbers."""
    return Property("moments", output, {"mean": mean, "var": var, "over": over})


def sums_to(output: str, total: float, *, over: int | tuple[int, ...] = -1) -> Property:
    """`output` sums to `total` over the axes `over`."""
    return Property("sums_to", output, {"total": total, "over": over})
