"""Comparing what a learner's function returned with what it should have: type, then shape, then dtype, then values.

What is compared are claims from the jail: nothing is believed, nothing broadcasts, what is not clearly right is wrong.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from grader import described, wording
from grader.finding import HUGE, Finding
from grader.sandbox import wire
from grader.tolerance import PRECISIONS, allowed_everywhere, loose, tolerance

Array = np.ndarray[Any, Any]


@dataclass
class Comparison:
    """What is compared how, and what was found.

    framework, lane    where the call ran
    response           condition of each output, by path
    terms              the longest reduction
    dtype              the dtype that the outputs should have, where the inputs have one
    lenient            float32-level agreement passes with a remark
    imprecise          the outputs that agree to float32 precision only
    coarse             only finite and within 1e-3 of the largest value (reduced precision at extremes)
    """

    framework: str
    lane: str
    response: dict[str, Any]
    terms: int
    dtype: str | None
    lenient: bool = True
    coarse: bool = False
    findings: list[Finding] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    imprecise: list[str] = field(default_factory=list)

    @property
    def _array(self) -> str:
        return "tensor" if self.framework == "torch" else "array"

    def _thing(self, value: Any) -> str:
        return described.thing(value, self._array)

    def found(self, kind: str, message: str, output: str = "", **more: Any) -> None:
        self.findings.append(Finding(kind, message, output, lane=self.lane, **more))

    def result(self, expected: Any, actual: Any, names: list[str]) -> None:
        """Compare all that a call returned."""
        several = type(expected) in (list, tuple) and len(names) == len(expected) > 1
        if not several and type(expected) not in (list, tuple, dict) and type(actual) is tuple and actual:
            actual = actual[0]
        if several:
            self._items(expected, actual, "", names, f"{len(expected)} results ({', '.join(names)})")
        else:
            self._value(expected, actual, "", names[0] if names else "out")

    def _items(self, expected: Any, actual: Any, path: str, labels: list[str], what: str) -> None:
        if type(actual) not in (list, tuple):
            self._structure(f"expected {what}, got {self._thing(actual)}", actual, labels[0] if labels else "")
        elif len(actual) != len(expected):
            self.found("structure", f"expected {what}, got {len(actual)}", labels[0] if labels else "")
        else:
            for i, (wanted, got) in enumerate(zip(expected, actual, strict=True)):
                self._value(wanted, got, f"{path}[{i}]", labels[i])

    def _structure(self, message: str, actual: Any, output: str) -> None:
        if actual is None:
            self.found("none", "your function returned None; did you forget `return`?", output)
        else:
            self.found("structure", message, output)

    def _value(self, expected: Any, actual: Any, path: str, label: str) -> None:
        if type(expected) in (list, tuple):
            if type(actual) is wire.Bfloat16 and self.lane == "bfloat16" and actual.bits.ndim == 1:
                actual = actual.widened().tolist()
            if type(actual) is np.ndarray and actual.ndim >= 1 and all(_is_number(item) for item in expected):
                actual = [np.asarray(item) for item in actual]
            labels = [f"{label}[{i}]" for i in range(len(expected))]
            self._items(expected, actual, path, labels, f"`{label}` to be a list of {len(expected)}")
        elif type(expected) is dict:
            self._dict(expected, actual, path, label)
        elif expected is None or type(expected) in (str, bool):
            self._plain(expected, actual, label)
        elif actual is None:
            what = "your function" if path == "" else f"`{label}`"
            text = "returned None; did you forget `return`?" if path == "" else "is None"
            self.found("none", f"{what} {text}", label)
        else:
            self._leaf(np.asarray(expected), actual, path, label)

    def _dict(self, expected: dict[str, Any], actual: Any, path: str, label: str) -> None:
        if type(actual) is not dict:
            self._structure(
                f"expected a dict with {wording.names(list(expected))}, got {self._thing(actual)}", actual, label
            )
            return
        missing = [key for key in expected if key not in actual]
        if missing:
            self.found("structure", f"the result has no {wording.names(missing)}", missing[0])
        for key in expected:
            if key in actual:
                inner = f"{path}.{key}" if path else key
                self._value(expected[key], actual[key], inner, inner)

    def _plain(self, expected: Any, actual: Any, label: str) -> None:
        if type(actual) is np.ndarray and actual.shape == () and type(expected) is bool and actual.dtype == bool:
            actual = bool(actual)
        if type(actual) is not type(expected) or actual != expected:
            self.found("values", f"expected {expected!r}, got {self._thing(actual)}", label)

    def _leaf(self, expected: Array, actual: Any, path: str, label: str) -> None:
        got = actual.widened() if type(actual) is wire.Bfloat16 else actual
        if type(got) in (bool, int, float, complex):
            got = _from_number(got)
        if type(got) is wire.Opaque and got.shape not in (None, expected.shape) and "object" not in got.type:
            self.found("shape", f"expected shape {expected.shape}, got {got.shape}", label)
        elif type(got) is not np.ndarray:
            wanted = f"{wording.article(self._array)}" if expected.ndim else "a number"
            self.found("structure", f"expected {wanted}, got {self._thing(actual)}{self._advice(actual)}", label)
        elif got.shape != expected.shape:
            self.found("shape", f"expected shape {expected.shape}, got {got.shape}", label)
        elif self._dtype_fits(expected, got, actual, label):
            if expected.dtype.kind in "fc":
                self._floats(expected, got, path, label)
            else:
                self._exact(expected, got, label)

    def _advice(self, actual: Any) -> str:
        if type(actual) is list:
            return (
                "; make it one with `torch.stack` or `torch.tensor`"
                if self.framework == "torch"
                else "; `np.array` makes it one"
            )
        return ""

    def _dtype_fits(self, expected: Array, got: Array, actual: Any, label: str) -> bool:
        """Whether a result has the right kind of number, and in PyTorch the very dtype of the inputs."""
        wanted, kind = expected.dtype.kind, got.dtype.kind
        name = "bfloat16" if type(actual) is wire.Bfloat16 else wire.NAMES[got.dtype]
        whole = kind in "iu" and expected.ndim == 0
        if wanted == "f" and kind != "f" and not whole:
            self.found("dtype", f"expected {self.dtype or 'floating-point'} values, got {name}", label, claim="dtype")
        elif wanted in "iu" and kind not in "iu" and not (kind == "f" and expected.ndim == 0):
            self.found("dtype", f"expected integers, got {name}", label, claim="dtype")
        elif wanted == "b" and kind != "b":
            self.found("dtype", f"expected booleans, got {name}", label, claim="dtype")
        elif wanted == "f" and self.framework == "torch" and self.dtype and type(actual) not in (int, float):
            if name == self.dtype:
                return True
            self.found("dtype", f"expected {self.dtype} like the inputs, got {name}", label, claim="dtype")
        else:
            upcast = wanted == "f" and self.lane == "float32" and name == "float64" and type(actual) is np.ndarray
            if upcast and not self.remarks:
                self.remarks.append(described.upcast_remark(label))
            return True
        return False

    def _exact(self, expected: Array, got: Array, label: str) -> None:
        differ = got != expected
        if differ.any():
            index = tuple(int(i) for i in np.argwhere(differ)[0])
            text = f"expected {wording.number(expected[index])}, got {wording.number(got[index])}"
            self.found(
                "values",
                described.differing(int(differ.sum()), differ.size, index, text, first=True),
                label,
                index=list(index),
            )

    def _floats(self, expected: Array, got: Array, path: str, label: str) -> None:
        plain = "float32" if self.dtype is None and _is_float32(got) else "float64"
        precision = self.lane if self.lane in PRECISIONS else plain
        got = got.astype(np.complex128 if expected.dtype.kind == "c" else np.float64, copy=False)
        with np.errstate(invalid="ignore", over="ignore"):
            error = np.abs(got - expected)
        largest = float(np.maximum.reduce(error, axis=None, initial=0.0))
        if not self.coarse and largest <= allowed_everywhere(expected, precision, self.terms):
            return
        if not np.isfinite(error).all():
            if self._strange(expected, got, label):
                return
            error = np.where(np.isfinite(expected), error, 0.0)
        response = self.response.get(path, 0.0)
        response = response if np.shape(response) in ((), expected.shape) else 0.0
        allowed = loose(expected) if self.coarse else tolerance(expected, response, precision, self.terms)
        if (error <= allowed).all():
            return
        if self.lenient and (error <= tolerance(expected, response, "a float32 buffer", self.terms)).all():
            self.imprecise.append(label)
            return
        with np.errstate(over="ignore"):
            self._differ(expected, got, error, error / allowed, error <= allowed, label)

    def _strange(self, expected: Array, got: Array, label: str) -> bool:
        """Whether nan or inf stand where they should not, or do not stand where they should."""
        same = (got == expected) | (np.isnan(got) & np.isnan(expected))
        strange = np.where(np.isfinite(expected), ~np.isfinite(got), ~same)
        if strange.any():
            index = tuple(int(i) for i in np.argwhere(strange)[0])
            text = f"expected {wording.number(expected[index])}, got {wording.number(got[index])}"
            message = described.differing(int(strange.sum()), strange.size, index, text, first=True)
            self.found("nonfinite", message, label, index=list(index), claim="nonfinite")
        return bool(strange.any())

    def _differ(self, expected: Array, got: Array, error: Array, ratio: Array, fits: Array, label: str) -> None:
        index = tuple(int(i) for i in np.unravel_index(int(np.argmax(np.where(fits, -1.0, error))), error.shape))
        wanted, actual = wording.pair(expected[index], got[index])
        message = described.differing(int((~fits).sum()), fits.size, index, f"expected {wanted}, got {actual}")
        self.found(
            "values",
            message,
            label,
            index=list(index),
            max_abs_error=min(float(error[index]), HUGE),
            times_tolerance=min(float(np.max(ratio)), HUGE),
        )


def _is_number(value: Any) -> bool:
    return type(value) in (int, float) or (type(value) is np.ndarray and value.shape == ())


def _from_number(value: Any) -> Any:
    if type(value) is int and value.bit_length() > 63:
        return np.asarray(float(value)) if value.bit_length() < 1000 else wire.Opaque("int")
    return np.asarray(value)


def _is_float32(values: Array) -> bool:
    """Whether float64 values are all float32 values: the result of a function without float inputs may be either."""
    with np.errstate(over="ignore"):
        return bool((values.astype(np.float32) == values).all())
