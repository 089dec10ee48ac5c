"""Values of a report as Python that makes them again, to copy and to start one's own input from."""

from typing import Any

from exercises.arrays import Shown
from exercises.heat import WORDS


def assignment(name: str, shown: Shown, framework: str) -> str:
    """A line that makes the value again, or nothing where it was cut or cannot be written."""
    values, shape = shown.get("values"), shown.get("shape")
    if shown.get("truncated") or values is None or isinstance(values, dict) or shape is None:
        return ""
    if not shape:
        return f"{name} = {literal(values)}\n"
    dtype = str(shown["dtype"])
    if framework == "torch":
        return f"{name} = torch.tensor({literal(values)}, dtype=torch.{dtype})\n"
    return f"{name} = np.array({literal(values)}, dtype=np.{'bool_' if dtype == 'bool' else dtype})\n"


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
