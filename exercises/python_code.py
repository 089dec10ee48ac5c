"""Values of a report as Python that makes them again, to copy and to start one's own input from."""

import re
from collections.abc import Callable
from typing import Any

from exercises.arrays import Shown
from exercises.heat import WORDS

STEP = re.compile(r"\[(\d+)\]|([^.\[\]]+)")


def assignment(name: str, shown: Shown, framework: str) -> str:
    """A line that makes the value again, or nothing where it was cut or cannot be written."""
    written = expression(shown, framework)
    return f"{name} = {written}\n" if written else ""


def expression(shown: Shown, framework: str) -> str:
    if is_container(shown):
        return container(shown, lambda leaf: expression(leaf, framework))
    values, shape = shown.get("values"), shown.get("shape")
    if shown.get("truncated") or shape is None or (values is None and shown.get("dtype") != "NoneType"):
        return ""
    if not shape:
        return literal(values)
    dtype = str(shown["dtype"])
    if framework == "torch":
        return f"torch.tensor({literal(values)}, dtype=torch.{dtype})"
    return f"np.array({literal(values)}, dtype=np.{'bool_' if dtype == 'bool' else dtype})"


def is_container(shown: Shown) -> bool:
    """Whether it is a list, tuple or dict, whose leaves a report gives by their paths."""
    return isinstance(shown.get("values"), dict)


def container(shown: Shown, write: Callable[[Shown], str]) -> str:
    """The list, tuple or dict as Python, its leaves written one by one; nothing where one of them cannot be."""
    tree: dict[int | str, Any] = {}
    for path, leaf in shown["values"].items():
        text = write(leaf)
        if not text:
            return ""
        *above, last = [int(index) if index else key for index, key in STEP.findall(path)]
        place = tree
        for step in above:
            place = place.setdefault(step, {})
        place[last] = text
    return "" if shown.get("truncated") else branch(tree, as_dict=shown.get("dtype") == "dict")


def branch(tree: dict[int | str, Any], *, as_dict: bool) -> str:
    items = {key: branch(each, as_dict=False) if isinstance(each, dict) else each for key, each in tree.items()}
    if as_dict or any(isinstance(key, str) for key in items):
        return f"{{{', '.join(f'{key!r}: {text}' for key, text in items.items())}}}"
    return f"[{', '.join(items.values())}]"


def program(values: dict[str, Shown], framework: str) -> str:
    """All of them, with the import they need; nothing where one of them cannot be written."""
    lines = [assignment(name, shown, framework) for name, shown in values.items()]
    if not lines or not all(lines):
        return ""
    text = "".join(lines)
    needs = {"torch": "import torch\n\n", "numpy": "import numpy as np\n\n"}[framework]
    return f"{needs if 'np.' in text or 'torch.' in text else ''}{text}"


def literal(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(literal, value))}]"
    return f'float("{value}")' if isinstance(value, str) and value in WORDS else repr(value)
