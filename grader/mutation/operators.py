"""The small changes that make mutants: for one node of a syntax tree, what could stand there by mistake.

Changes that only touch how something is computed (a dtype, a guard against division by zero of 1e-12) are not made.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

TINY = 1e-9  # constants below this only keep something from being zero
UNTOUCHED = {"dtype", "strict", "copy", "order", "otypes", "optimize"}  # keywords that change no value
REMOVABLE = {"axis", "keepdims", "ddof", "initial", "axes"}
IDENTITIES = {"sqrt", "abs", "square", "flip", "sorted", "reversed", "sign", "tanh", "exp", "log", "log1p", "expm1"}
METHODS_LEFT_OUT = {"swapaxes", "transpose"}
BUILTIN = {"sum", "max", "min", "any", "all"}
OTHER_FUNCTION = {
    "mean": ("sum",),
    "sum": ("mean", "max"),
    "max": ("min", "sum"),
    "min": ("max",),
    "argmax": ("argmin",),
    "argmin": ("argmax",),
    "maximum": ("minimum",),
    "minimum": ("maximum",),
    "exp": ("expm1",),
    "expm1": ("exp",),
    "log": ("log1p",),
    "log1p": ("log",),
    "log2": ("log",),
    "var": ("std",),
    "std": ("var",),
    "zeros": ("ones",),
    "ones": ("zeros",),
    "zeros_like": ("ones_like",),
    "ones_like": ("zeros_like",),
    "floor": ("ceil",),
    "ceil": ("floor",),
    "any": ("all",),
    "all": ("any",),
    "tril": ("triu",),
    "triu": ("tril",),
    "sin": ("cos",),
    "cos": ("sin",),
    "cumsum": ("cumprod",),
}
OTHER_OPERATOR: dict[type[ast.operator], tuple[type[ast.operator], ...]] = {
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Div,),
    ast.Div: (ast.Mult,),
    ast.FloorDiv: (ast.Mult, ast.Mod),
    ast.Mod: (ast.FloorDiv,),
    ast.Pow: (ast.Mult,),
    ast.BitAnd: (ast.BitOr,),
    ast.BitOr: (ast.BitAnd,),
}
OTHER_COMPARISON: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
DROPPED_BOTH = (ast.Add, ast.Mult, ast.BitAnd, ast.BitOr)
DROPPED_RIGHT = (ast.Sub, ast.Div, ast.Pow, ast.FloorDiv, ast.Mod)


def number(node: ast.expr) -> int | float | None:
    """Return the number that a literal says, with its sign; None for anything else."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        inner = number(node.operand)
        return None if inner is None else -inner
    value = node.value if isinstance(node, ast.Constant) else None
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def changes(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what could stand in a node's place."""
    if isinstance(node, ast.expr) and number(node) is not None:
        yield from _numbers(node)
        return
    for kind, made in _CHANGES.items():
        if isinstance(node, kind):
            yield from made(node)


def _numbers(node: ast.expr) -> Iterator[ast.expr]:
    value = number(node)
    if value is None or 0 < abs(value) < TINY:
        return
    if isinstance(value, int):
        others: list[int | float] = [value + 1, value - 1]
    else:
        others = [2 * value, -value] if value else [1.0]
    if value == -1:
        others.append(1)
    for other in others:
        yield _literal(other)


def _literal(value: int | float) -> ast.expr:
    constant = ast.Constant(abs(value))
    return ast.UnaryOp(ast.USub(), constant) if value < 0 else constant


def _constants(node: ast.Constant) -> Iterator[ast.AST]:
    if type(node.value) is bool:
        yield ast.Constant(not node.value)


def _operations(node: ast.BinOp) -> Iterator[ast.AST]:
    for other in OTHER_OPERATOR.get(type(node.op), ()):
        yield ast.BinOp(node.left, other(), node.right)
    if isinstance(node.op, (*DROPPED_BOTH, *DROPPED_RIGHT)):
        yield node.left
    if isinstance(node.op, DROPPED_BOTH):
        yield node.right
    if isinstance(node.op, ast.MatMult):
        yield ast.BinOp(node.right, ast.MatMult(), node.left)
    if isinstance(node.op, ast.FloorDiv):  # rounded up
        yield _negative(ast.BinOp(_negative(node.left), ast.FloorDiv(), node.right))


def _negative(node: ast.expr) -> ast.expr:
    return ast.UnaryOp(ast.USub(), node)


def _unary(node: ast.UnaryOp) -> Iterator[ast.AST]:
    yield node.operand


def _comparisons(node: ast.Compare) -> Iterator[ast.AST]:
    for i, op in enumerate(node.ops):
        for other in OTHER_COMPARISON[type(op)]:
            yield ast.Compare(node.left, [*node.ops[:i], other(), *node.ops[i + 1 :]], node.comparators)


def _connections(node: ast.BoolOp) -> Iterator[ast.AST]:
    yield ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
    for i in range(len(node.values)):
        rest = [*node.values[:i], *node.values[i + 1 :]]
        yield rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest)


def _calls(node: ast.Call) -> Iterator[ast.AST]:
    name = called(node)
    for other in OTHER_FUNCTION.get(name, ()):
        if isinstance(node.func, ast.Attribute) or other in BUILTIN:
            yield ast.Call(_named(node.func, other), node.args, node.keywords)
    if name in IDENTITIES and len(node.args) == 1:
        yield node.args[0]
    if name in METHODS_LEFT_OUT and isinstance(node.func, ast.Attribute):
        yield node.args[0] if _is_numpy(node.func.value) else node.func.value
    if name in ("maximum", "minimum", "max", "min") and len(node.args) == 2:
        yield from node.args
    if name == "where" and len(node.args) == 3:
        yield ast.Call(node.func, [node.args[0], node.args[2], node.args[1]], node.keywords)
    if name == "clip" and len(node.args) == 3:
        x, low, high = node.args
        yield ast.Call(_named(node.func, "maximum"), [x, low], [])
        yield ast.Call(_named(node.func, "minimum"), [x, high], [])
    if name == "range":
        yield from _ranges(node)
    for i, keyword in enumerate(node.keywords):
        if keyword.arg in REMOVABLE:
            yield ast.Call(node.func, node.args, [*node.keywords[:i], *node.keywords[i + 1 :]])


def _ranges(node: ast.Call) -> Iterator[ast.AST]:
    """Yield a range that lacks its last number, and one that lacks its first."""
    start, stop = (ast.Constant(0), node.args[0]) if len(node.args) == 1 else node.args[:2]
    steps = node.args[2:]
    if number(stop) is None:
        yield ast.Call(node.func, [start, ast.BinOp(stop, ast.Sub(), ast.Constant(1)), *steps], [])
    if number(start) is None or len(node.args) == 1:
        first = ast.Constant(1) if len(node.args) == 1 else ast.BinOp(start, ast.Add(), ast.Constant(1))
        yield ast.Call(node.func, [first, stop, *steps], [])


def called(node: ast.Call) -> str:
    """Return the name of the function or method that is called."""
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


def _named(function: ast.expr, name: str) -> ast.expr:
    return ast.Attribute(function.value, name, ast.Load()) if isinstance(function, ast.Attribute) else ast.Name(name)


def _is_numpy(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id == "np"


def _attributes(node: ast.Attribute) -> Iterator[ast.AST]:
    if node.attr in ("T", "mT"):
        yield node.value


def _slices(node: ast.Slice) -> Iterator[ast.AST]:
    if node.lower is not None:
        yield ast.Slice(None, node.upper, node.step)
    if node.upper is not None:
        yield ast.Slice(node.lower, None, node.step)
    if node.step is not None:
        yield ast.Slice(node.lower, node.upper, None)


def _conditions(node: ast.IfExp | ast.If | ast.While) -> Iterator[ast.AST]:
    """Yield the opposite of a condition that is no comparison; the others have changes of their own."""
    if isinstance(node.test, (ast.Name, ast.Attribute, ast.Call)):
        opposite = ast.UnaryOp(ast.Not(), node.test)
        if isinstance(node, ast.IfExp):
            yield ast.IfExp(opposite, node.body, node.orelse)
        else:
            yield type(node)(opposite, node.body, node.orelse)


def _updates(node: ast.AugAssign) -> Iterator[ast.AST]:
    for other in OTHER_OPERATOR.get(type(node.op), ()):
        yield ast.AugAssign(node.target, other(), node.value)
    yield ast.Assign([node.target], node.value, lineno=0)
    yield ast.Pass()


def _assignments(node: ast.Assign) -> Iterator[ast.AST]:
    """Yield nothing in place of an assignment to something that exists already."""
    used = {each.id for each in ast.walk(node.value) if isinstance(each, ast.Name)}
    target = node.targets[0]
    if isinstance(target, ast.Subscript) or (isinstance(target, ast.Name) and target.id in used):
        yield ast.Pass()


def _expressions(node: ast.Expr) -> Iterator[ast.AST]:
    if isinstance(node.value, ast.Call):
        yield ast.Pass()


def _breaks(node: ast.Break) -> Iterator[ast.AST]:
    yield ast.Pass()


def _continues(node: ast.Continue) -> Iterator[ast.AST]:
    yield ast.Pass()


_CHANGES: dict[type[ast.AST], Callable[..., Iterator[ast.AST]]] = {
    ast.Constant: _constants,
    ast.BinOp: _operations,
    ast.UnaryOp: _unary,
    ast.Compare: _comparisons,
    ast.BoolOp: _connections,
    ast.Call: _calls,
    ast.Attribute: _attributes,
    ast.Slice: _slices,
    ast.IfExp: _conditions,
    ast.If: _conditions,
    ast.While: _conditions,
    ast.AugAssign: _updates,
    ast.Assign: _assignments,
    ast.Expr: _expressions,
    ast.Break: _breaks,
    ast.Continue: _continues,
}
