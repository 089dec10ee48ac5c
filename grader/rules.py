"""Names that an exercise forbids, found in a learner's syntax tree or among the operations that PyTorch recorded.

The parser has already applied NFKC to identifiers, so a full-width letter is the same name here as it is to Python.
"""

from __future__ import annotations

import ast
import fnmatch
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from grader import source
from grader.names import (
    AUTOGRAD,
    BELOW,
    BY_STRING,
    DISTRUSTED,
    DYNAMIC,
    HANDED_ON,
    INTERNALS,
    PRIVATE,
    PRODUCTS,
)

ALLOWED = {"numpy": {"numpy"}, "torch": {"torch", "numpy"}}


@dataclass(frozen=True)
class Violation:
    """A forbidden name, and the line it stands on."""

    name: str
    line: int
    sentence: str


def _canonical(name: str) -> str:
    """Return a name as the same word in every spelling: `log_softmax`, `LogSoftmax` and `log_softmax_` are one."""
    return name.rsplit(".", 1)[-1].replace("_", "").lower()


@dataclass(frozen=True)
class Rules:
    """What one exercise forbids in one framework."""

    framework: str
    forbidden: tuple[str, ...]

    @cached_property
    def _given(self) -> list[str]:
        return [name.split("(")[0].strip() for name in self.forbidden]

    @cached_property
    def by_hand(self) -> bool:
        return "autograd" in self._given

    @cached_property
    def products(self) -> bool:
        return "@" in self._given

    @cached_property
    def names(self) -> tuple[str, ...]:
        return tuple(name for name in self._given if name not in ("@", "autograd", ""))

    @cached_property
    def _words(self) -> dict[str, str]:
        """Forbidden words in canonical form, and the rule that forbids each."""
        words: dict[str, str] = {}
        for name in sorted(self.names, key=len):
            if "*" not in name:
                words.setdefault(_canonical(name), name)
        for word, name in list(words.items()):
            words.setdefault(word + "loss", name)
            for below in BELOW.get(word, ()):
                words.setdefault(below, name)
        return words | ({_canonical(name): "@" for name in PRODUCTS} if self.products else {})

    @cached_property
    def _patterns(self) -> list[tuple[re.Pattern[str], str]]:
        return [(re.compile(fnmatch.translate(_canonical(name))), name) for name in self.names if "*" in name]

    def forbids(self, name: str) -> str | None:
        """Return the rule that forbids a name as written in source, or None."""
        if self.by_hand and name in AUTOGRAD:
            return "autograd"
        word = _canonical(name)
        for form in (word, re.sub(r"[123]d$", "", word)):
            if form in self._words:
                return self._words[form]
        return next((rule for pattern, rule in self._patterns if pattern.fullmatch(word)), None)

    def forbids_operation(self, operation: str) -> str | None:
        """Return the rule that forbids an operation that PyTorch recorded, or None."""
        name = operation.removeprefix("aten.")
        if self.by_hand and name.strip("_") in ("backward", "autograd", "requires_grad"):
            return "autograd"
        word = _canonical(name)
        if self.products and word in ("mm", "bmm", "addmm", "mv", "dot", "baddbmm", "addmv", "addbmm"):
            return "@"
        for form in (word, word.removeprefix("native"), word.removeprefix("special"), word.removesuffix("forward")):
            if form in self._words and self._words[form] != "@":
                return self._words[form]
        return next((rule for pattern, rule in self._patterns if pattern.fullmatch(word)), None)

    def recorded(self, operations: Iterable[tuple[str, int]]) -> Violation | None:
        """Return the first recorded operation that is forbidden, or None."""
        for name, line in operations:
            rule = self.forbids_operation(name)
            if rule is not None:
                return Violation(name, line, self._sentence(rule, line, name.removeprefix("aten.").strip("_")))
        return None

    def check(self, tree: ast.AST) -> Violation | None:
        """Return the first violation in a syntax tree, or None."""
        found = sorted(_Search(self, tree).violations(), key=lambda violation: violation.line)
        return found[0] if found else None

    def _sentence(self, rule: str, line: int, used: str) -> str:
        where = f"Line {line}: " if line else ""
        if rule == "autograd":
            return f"{where}`{used}` is autograd, and this exercise asks for the gradient by hand."
        if rule == "@":
            return f"{where}`{used}` is a ready-made product, and this exercise asks you to write the product yourself."
        return f"{where}`{used}` is not allowed: this exercise asks you to build `{rule}` yourself."


class _Search:
    """One walk over a syntax tree."""

    def __init__(self, rules: Rules, tree: ast.AST) -> None:
        self.rules = rules
        # PyTorch records what is reached under a name made at run time; NumPy records nothing.
        self.strict = bool(rules.names) or rules.by_hand or rules.products
        self.modules: set[str] = set()
        self.own: set[str] = set()
        self.own_methods: set[str] = set()
        self.nodes = source.nodes(tree)
        self.called: set[ast.expr] = {node.func for node in self.nodes if isinstance(node, ast.Call)}
        for node in self.nodes:
            self._collect(node)
        for node in self.nodes:  # in the order of the source, so an alias of an alias is one too
            if isinstance(node, ast.Assign) and _root(node.value) in self.modules:
                self.modules |= {target.id for target in node.targets if isinstance(target, ast.Name)}

    def _collect(self, node: ast.AST) -> None:
        if isinstance(node, ast.Import):
            self.modules |= {(alias.asname or alias.name).split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            self.modules |= {alias.asname or alias.name for alias in node.names}
        elif isinstance(node, ast.ClassDef):
            self.own.add(node.name)
            self.own_methods |= {item.name for item in node.body if isinstance(item, ast.FunctionDef)}
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            self.own.add(node.name)
        elif isinstance(node, ast.arg):
            self.own.add(node.arg)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            self.own.add(node.id)
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store) and _root(node) == "self":
            self.own_methods.add(node.attr)

    def violations(self) -> Iterator[Violation]:
        for node in self.nodes:
            line = getattr(node, "lineno", 0)
            for name, sentence in self._of(node, line):
                yield Violation(name, line, sentence)

    def _of(self, node: ast.AST, line: int) -> Iterator[tuple[str, str]]:
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield from self._imported(alias.name, line)
        elif isinstance(node, ast.ImportFrom):
            yield from self._imported(node.module or "", line, relative=node.level > 0)
            for alias in node.names:
                yield from self._named(alias.name, line)
                if self.strict and (alias.name in INTERNALS or _is_private(alias.name)):
                    yield alias.name, f"Line {line}: `{alias.name}` is internal, and not allowed in this exercise."
                if self.strict and alias.asname and alias.name in HANDED_ON:
                    yield alias.name, _by_its_name(alias.name, line)
        elif isinstance(node, ast.Call):
            yield from self._called(node, line)
        elif not self.strict:
            return
        elif isinstance(node, ast.Attribute):
            yield from self._attribute(node, line)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id not in self.own:
            yield from self._named(node.id, line)
            if node.id in HANDED_ON and node not in self.called:
                yield node.id, _by_its_name(node.id, line)
            if node.id == "__builtins__":
                yield node.id, f"Line {line}: `{node.id}` is internal, and not allowed in this exercise."
        elif isinstance(node, (ast.BinOp, ast.AugAssign)) and isinstance(node.op, ast.MatMult) and self.rules.products:
            yield "@", self.rules._sentence("@", line, "@")
        elif isinstance(node, ast.Subscript) and _is_namespace(node.value):
            yield from self._string(node.slice, line, "a namespace")

    def _imported(self, module: str, line: int, *, relative: bool = False) -> Iterator[tuple[str, str]]:
        root = module.split(".")[0]
        allowed = ALLOWED[self.rules.framework]
        if relative or (root not in allowed and root not in sys.stdlib_module_names):
            tools = " and ".join(sorted(allowed, reverse=True))
            yield (
                module,
                f"Line {line}: `import {module or '.'}` is not allowed here; use {tools} and the standard library.",
            )
            return
        for part in module.split("."):
            yield from self._named(part, line)
        hidden = root in allowed and any(part in INTERNALS or part.startswith("_") for part in module.split("."))
        if self.strict and (hidden or root in DISTRUSTED):
            yield module, f"Line {line}: `{module}` is internal, and not allowed in this exercise."

    def _named(self, name: str, line: int) -> Iterator[tuple[str, str]]:
        rule = self.rules.forbids(name)
        if rule is not None:
            yield name, self.rules._sentence(rule, line, name)

    def _attribute(self, node: ast.Attribute, line: int) -> Iterator[tuple[str, str]]:
        root = _root(node)
        inside = root in self.modules and (node.attr in INTERNALS | {"__dict__"} or _is_private(node.attr))
        hidden = _is_private(node.attr) and node.attr in INTERNALS and node.attr not in self.own_methods
        if inside or hidden or node.attr in PRIVATE or (node.attr == "__dict__" and root not in ("self", "cls")):
            yield node.attr, f"Line {line}: `{ast.unparse(node)}` is internal, and not allowed in this exercise."
        elif node.attr in HANDED_ON and root in self.modules and node not in self.called and node.attr != "compile":
            yield node.attr, _by_its_name(node.attr, line)
        elif root in self.modules or node.attr not in self.own_methods:
            yield from self._named(node.attr, line)

    def _called(self, node: ast.Call, line: int) -> Iterator[tuple[str, str]]:
        function = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if function in ("import_module", "__import__") and node.args:
            module = _constant(node.args[0])
            if isinstance(module, str) and (self.strict or module.split(".")[0] not in sys.stdlib_module_names):
                yield from self._imported(module, line)
                return
        if not self.strict:
            return
        if function == "vars" and self.rules.framework == "numpy" and node.args and _root(node.args[0]) in self.modules:
            yield function, f"Line {line}: `vars` of a module is not allowed in this exercise; write the name."
        elif function in DYNAMIC and isinstance(node.func, ast.Name) and function not in self.own:
            yield function, f"Line {line}: `{function}` is not allowed in this exercise; write the code itself."
        elif function in BY_STRING:
            position = 1 if function == "getattr" else 0
            own = function == "getattr" and bool(node.args) and _root(node.args[0]) == "self"
            if len(node.args) > position and not own:
                yield from self._string(node.args[position], line, f"`{function}`")

    def _string(self, node: ast.AST, line: int, where: str) -> Iterator[tuple[str, str]]:
        name = _constant(node)
        if name is None and (self.rules.framework == "numpy" or where != "`getattr`"):
            yield (
                where,
                f"Line {line}: {where} with a name made at run time is not allowed in this exercise; write the name.",
            )
        elif isinstance(name, str):
            for part in name.split("."):
                yield from self._named(part, line)


def _root(node: ast.AST) -> str:
    while isinstance(node, ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def _by_its_name(name: str, line: int) -> str:
    return f"Line {line}: `{name}` may only be called by this name in this exercise."


def _is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__")


def _is_namespace(node: ast.AST) -> bool:
    """Whether a subscripted expression is `vars(...)`, `globals()`, `sys.modules` or some `__dict__`."""
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id in ("vars", "globals", "locals")
    return isinstance(node, ast.Attribute) and node.attr in ("__dict__", "modules", "__builtins__")


def _constant(node: ast.AST) -> object | None:
    """Return the value of an expression made of constants (`"soft" + "max"`), or None."""
    if isinstance(node, ast.Constant):
        return node.value
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        left, right = _constant(node.left), _constant(node.right)
        return left + right if isinstance(left, str) and isinstance(right, str) else None
    if isinstance(node, ast.JoinedStr):
        parts = [_constant(part) for part in node.values]
        return "".join(str(part) for part in parts) if None not in parts else None
    return _constant(node.value) if isinstance(node, ast.FormattedValue) and node.conversion == -1 else None
