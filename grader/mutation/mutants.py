"""All mutants of a reference: each has one small change, and a name that does not depend on line numbers."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from operator import setitem

from grader.mutation.gather import Reference
from grader.mutation.operators import UNTOUCHED, called, changes, number

SHAPELESS = {"astype", "isinstance", "errstate", "result_type", "issubdtype"}  # their arguments are about types
Put = Callable[[ast.AST], object]


@dataclass(frozen=True)
class Mutant:
    """A changed reference.

    name     the function, and its changed statement
    before   the statement as it was
    """

    name: str
    before: str
    source: str


@dataclass(frozen=True)
class _Site:
    """A node that can be replaced, where it stands, and how."""

    node: ast.AST
    function: str
    statement: ast.stmt
    put: Put


def mutants(reference: Reference, starter: str, *, guards: bool) -> Iterator[Mutant]:
    """Yield the mutants of a reference.

    Only those defaults change that the starter, too, gives to a learner; checks that only raise where `guards` says so.
    """
    statements = reference.statements
    texts = [ast.unparse(statement) for statement in statements]
    walk = _Walk(reference, starter, guards=guards)
    names: Counter[str] = Counter()
    for i in reference.own:
        seen = {texts[i]}
        for site in walk.sites(i):
            before = _line(site.statement)
            for change in changes(site.node):
                site.put(change)
                after, text = _line(site.statement), ast.unparse(statements[i])
                site.put(site.node)
                if text in seen:
                    continue
                seen.add(text)
                name = _name(site, change, before, after)
                names[name] += 1
                times = f" ({names[name]})" if names[name] > 1 else ""
                yield Mutant(name + times, before, "\n\n".join([*texts[:i], text, *texts[i + 1 :]]) + "\n")


def _name(site: _Site, change: ast.AST, before: str, after: str) -> str:
    if site.node is site.statement:
        after = f"without {before}" if isinstance(change, ast.Pass) else _line(change)
    return f"{site.function}: {after}" if site.function else after


def _line(node: ast.AST) -> str:
    """Return a statement without what is inside it."""
    text = ast.unparse(node)
    inside = getattr(node, "body", None)
    return text.split(":\n", 1)[0] if isinstance(inside, list) else text


class _Walk:
    """Goes through a syntax tree, and leaves out what no learner would notice."""

    def __init__(self, reference: Reference, starter: str, *, guards: bool) -> None:
        self.statements, self.guards = reference.statements, guards
        given = _defaults(starter)
        self.defaults = {name: given.get(asked, 0) for asked, name in reference.functions.items()}
        functions = [node for node in self.statements if isinstance(node, ast.FunctionDef)]
        self.passive = {node.name for node in functions if all(_is_guard(statement) for statement in node.body)}

    def sites(self, i: int) -> list[_Site]:
        """Return all sites of a statement of the top level."""
        return list(self._below(self.statements[i], self.statements[i], "", partial(setitem, self.statements, i)))

    def _below(self, node: ast.AST, statement: ast.stmt, function: str, put: Put) -> Iterator[_Site]:
        if self._left_out(node):
            return
        if isinstance(node, ast.stmt):
            statement = node
        yield _Site(node, function, statement, put)
        if isinstance(node, ast.expr) and number(node) is not None:
            return
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            function = f"{function}.{node.name}" if function else node.name
        for child, replace in self._defaults(node, function) if isinstance(node, ast.arguments) else _children(node):
            yield from self._below(child, statement, function, replace)

    def _defaults(self, node: ast.arguments, function: str) -> Iterator[tuple[ast.AST, Put]]:
        """Yield the defaults that a learner can see, which are the last ones; those of a class's methods are open."""
        seen = len(node.defaults) if "." in function else self.defaults.get(function, 0)
        for i in range(max(0, len(node.defaults) - seen), len(node.defaults)):
            yield node.defaults[i], partial(setitem, node.defaults, i)

    def _left_out(self, node: ast.AST) -> bool:
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
            return not self.guards and called(node.value) in self.passive
        if isinstance(node, ast.If):
            return not self.guards and _is_guard(node)
        return isinstance(node, ast.Raise | ast.Assert | ast.JoinedStr) or (
            isinstance(node, ast.keyword) and node.arg in UNTOUCHED
        )


def _defaults(starter: str) -> dict[str, int]:
    """Return how many arguments of each function of a starter have a default."""
    functions = [node for node in ast.parse(starter).body if isinstance(node, ast.FunctionDef)]
    return {node.name: len(node.args.defaults) for node in functions}


def _is_guard(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and not node.orelse and all(isinstance(each, ast.Raise) for each in node.body)


def _children(node: ast.AST) -> Iterator[tuple[ast.AST, Put]]:
    """Yield what is directly below a node, and how it is replaced."""
    for name, value in ast.iter_fields(node):
        if isinstance(node, ast.Call) and called(node) in SHAPELESS and name != "func":
            continue
        if isinstance(value, ast.AST):
            yield value, partial(setattr, node, name)
        elif isinstance(value, list):
            for i, child in enumerate(value):
                if isinstance(child, ast.AST) and not _is_open_size(node, child):
                    yield child, partial(setitem, value, i)


def _is_open_size(node: ast.AST, child: ast.AST) -> bool:
    """Whether this is the -1 of a reshape; NumPy takes any negative number there."""
    return (
        isinstance(node, ast.Call) and called(node) == "reshape" and isinstance(child, ast.expr) and number(child) == -1
    )
