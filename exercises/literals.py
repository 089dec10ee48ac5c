"""Values written as Python, read without running anything, and written again so that they are easy to change."""

import ast
import math
from typing import Any

from exercises.heat import WORDS

LONGEST = 60_000
MAKERS = {"array", "asarray", "tensor", "float", "float32", "float64", "int64", "int", "bool_"}
NAMES = {"nan": math.nan, "inf": math.inf}


class BadInput(Exception):
    """An input cannot be read; the text names the argument and says why."""


def literal(value: Any) -> str:
    """As Python that is easy to read and to change."""
    if isinstance(value, list):
        return f"[{', '.join(map(literal, value))}]"
    if isinstance(value, str) and value in WORDS:
        return value
    return f"{value:.6g}" if isinstance(value, float) and value != int(value) else repr(value)


def read_value(name: str, text: str) -> Any:
    if not text:
        raise BadInput(f"`{name}`: this is empty. Write a value as Python does.")
    if len(text) > LONGEST:
        raise BadInput(f"`{name}`: at most {LONGEST // 1000} kB are read.")
    try:
        return value_of(ast.parse(text, mode="eval").body)
    except SyntaxError as error:
        raise BadInput(f"`{name}`: this is not Python: {error.msg}.") from None
    except (ValueError, RecursionError, MemoryError) as error:
        raise BadInput(f"`{name}`: {error or 'it is nested too deeply'}.") from None


def value_of(node: ast.expr) -> Any:
    """What a literal says; `np.array(...)` and the like stand for what they are made of. NaN and inf stay words."""
    match node:
        case ast.Constant(value=bool() | int() | float() | str() | None as value):
            return value if not isinstance(value, float) or math.isfinite(value) else str(value)
        case ast.List(elts=items) | ast.Tuple(elts=items):
            return [value_of(item) for item in items]
        case ast.Dict(keys=keys, values=values):
            return {str(value_of(key)): value_of(value) for key, value in zip(keys, values, strict=True) if key}
        case ast.UnaryOp(op=ast.USub() | ast.UAdd() as sign, operand=operand):
            return signed(sign, value_of(operand))
        case ast.Name(id=name) | ast.Attribute(attr=name) if name in NAMES:
            return name
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=[first, *_]) if name in MAKERS:
            return value_of(first)
    raise ValueError(f"only numbers, lists, text, True, False and None can stand here, not {ast.unparse(node)[:40]}")


def signed(sign: ast.unaryop, value: Any) -> Any:
    if isinstance(sign, ast.UAdd):
        return value
    if value in WORDS:
        return {"inf": "-inf", "-inf": "inf"}.get(value, value)
    if isinstance(value, int | float):
        return -value
    raise ValueError("a minus stands only before a number")


def size(value: Any) -> int:
    if isinstance(value, dict):
        return sum(map(size, value.values()))
    return sum(map(size, value)) if isinstance(value, list) else 1


def numbers(value: Any) -> Any:
    """The value with NaN and inf as numbers, as the graders take it."""
    if isinstance(value, list):
        return [numbers(item) for item in value]
    if isinstance(value, dict):
        return {key: numbers(item) for key, item in value.items()}
    return WORDS.get(value, value) if isinstance(value, str) else value
