"""The two packages of references: the same functions, the same arguments, documented; NumPy's never loads PyTorch."""

import inspect
import subprocess
import sys
from typing import Any

import pytest

import nnref.numpy
import nnref.torch

SHARED = sorted(set(nnref.numpy.__all__) & set(nnref.torch.__all__))
FUNCTIONS = [(module, name) for module in (nnref.numpy, nnref.torch) for name in module.__all__]
functions = pytest.mark.parametrize(("module", "name"), FUNCTIONS, ids=lambda value: getattr(value, "__name__", value))


def test_numpy_references_do_not_load_torch() -> None:
    code = "import sys, nnref.numpy; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("name", SHARED)
def test_twins_take_the_same_arguments(name: str) -> None:
    def arguments(module: Any) -> list[str]:
        given = inspect.signature(getattr(module, name)).parameters.values()
        spelled = {"dim": "axis", "generator": "rng"}
        return [spelled.get(p.name, p.name) for p in given if p.kind is not inspect.Parameter.KEYWORD_ONLY]

    assert arguments(nnref.numpy) == arguments(nnref.torch)


@functions
def test_it_is_documented(module: Any, name: str) -> None:
    text = inspect.getdoc(getattr(module, name)) or ""
    assert text.startswith("Return ")
    assert "Shapes:" in text
    assert "Source:" in text


@pytest.mark.parametrize("module", [nnref.numpy, nnref.torch])
def test_exports_are_sorted_and_complete(module: Any) -> None:
    public = {n for n, f in vars(module).items() if inspect.isfunction(f) and f.__module__.startswith(module.__name__)}
    assert module.__all__ == sorted(module.__all__)
    assert public == {name for name in module.__all__ if inspect.isfunction(getattr(module, name))}
