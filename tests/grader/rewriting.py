"""Rewrites a source so that it computes the same in other words: other names, order, helpers, and forms of calls.

`python -m tests.grader.rewriting [SLUG...]` prints for how many of the shipped wrong attempts the rewritten form still
gets the attempt's own diagnosis.
"""

import ast
import builtins
import copy
import sys

from exercises.folder import read_folder
from exercises.shipped import CONTENT, known_slugs
from grader import folder as folders
from grader.job import Job
from grader.judge import Grader, Grading, refusal
from grader.sandbox import Sandbox

FLIPPED = {ast.Lt: ast.Gt, ast.Gt: ast.Lt, ast.LtE: ast.GtE, ast.GtE: ast.LtE, ast.Eq: ast.Eq, ast.NotEq: ast.NotEq}
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
SEQUENCES = (ast.List, ast.Tuple, ast.ListComp, ast.JoinedStr, ast.Starred, ast.GeneratorExp, ast.Dict, ast.Set)


def rewritten(source: str, keep: set[str]) -> str:
    """Return the source in other words; the names in `keep` stay."""
    tree = ast.parse(source)
    _without_docstrings(tree)
    tree = _Inlined(tree, keep).visit(tree)
    tree = _Turned().visit(tree)
    tree = _Extracted(tree).module(tree)
    tree = _Renamed(tree, keep).visit(tree)
    return ast.unparse(ast.fix_missing_locations(tree))


def _without_docstrings(tree):
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if (
            isinstance(body, list)
            and body
            and isinstance(body[0], ast.Expr)
            and isinstance(body[0].value, ast.Constant)
        ):
            node.body = body[1:] or [ast.Pass()]


def _is_numeric(node):
    """Whether an operand of `+` cannot be a sequence."""
    if isinstance(node, ast.Constant):
        return type(node.value) in (int, float)
    if isinstance(node, ast.BinOp) and not isinstance(node.op, ast.Add):
        return not any(isinstance(side, SEQUENCES) or _is_text(side) for side in (node.left, node.right))
    return isinstance(node, ast.UnaryOp) or (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("exp", "sum", "mean", "sqrt")
    )


def _is_text(node):
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


class _Turned(ast.NodeTransformer):
    """Commuted operands, turned comparisons, swapped branches, methods as functions."""

    def visit_BinOp(self, node):
        self.generic_visit(node)
        left, right = node.left, node.right
        if isinstance(node.op, ast.Mult) and not any(
            isinstance(one, SEQUENCES) or _is_text(one) for one in (left, right)
        ):
            return ast.BinOp(right, node.op, left)
        if isinstance(node.op, ast.Add) and (_is_numeric(left) or _is_numeric(right)):
            return ast.BinOp(right, node.op, left)
        if isinstance(node.op, ast.Sub) and isinstance(left, ast.BinOp) and isinstance(left.op, ast.Mult):
            return ast.BinOp(ast.UnaryOp(ast.USub(), right), ast.Add(), left) if _is_numeric(right) else node
        return node

    def visit_Compare(self, node):
        self.generic_visit(node)
        if len(node.ops) == 1 and type(node.ops[0]) in FLIPPED:
            return ast.Compare(node.comparators[0], [FLIPPED[type(node.ops[0])]()], [node.left])
        return node

    def visit_If(self, node):
        self.generic_visit(node)
        if node.orelse:
            return ast.If(ast.UnaryOp(ast.Not(), node.test), node.orelse, node.body)
        return node

    def visit_IfExp(self, node):
        self.generic_visit(node)
        return ast.IfExp(ast.UnaryOp(ast.Not(), node.test), node.orelse, node.body)

    def visit_Call(self, node):
        self.generic_visit(node)
        function = node.func
        if not isinstance(function, ast.Attribute) or function.attr not in ("sum", "mean"):
            return node
        if isinstance(function.value, ast.Name) and function.value.id in ("np", "torch") and node.args:
            first, *others = node.args
            if isinstance(first, (ast.Name, ast.BinOp)) and not isinstance(first, SEQUENCES):
                return ast.Call(ast.Attribute(first, function.attr, ast.Load()), others, node.keywords)
        return node


class _Inlined(ast.NodeTransformer):
    """Calls of helpers that are a single expression are replaced by it."""

    def __init__(self, tree, keep):
        self.helpers = {
            node.name: node
            for node in tree.body
            if isinstance(node, ast.FunctionDef)
            and node.name not in keep
            and not node.decorator_list
            and not node.args.defaults
            and not (node.args.vararg or node.args.kwarg or node.args.kwonlyargs)
            and len(node.body) == 1
            and isinstance(node.body[0], ast.Return)
            and node.body[0].value is not None
            and not any(
                isinstance(inner, (*FUNCTIONS, ast.comprehension, ast.NamedExpr)) for inner in ast.walk(node.body[0])
            )
        }

    def visit_Call(self, node):
        self.generic_visit(node)
        helper = self.helpers.get(node.func.id) if isinstance(node.func, ast.Name) else None
        if helper is None or node.keywords or any(isinstance(one, ast.Starred) for one in node.args):
            return node
        names = [arg.arg for arg in (*helper.args.posonlyargs, *helper.args.args)]
        if len(names) != len(node.args) or not all(isinstance(one, (ast.Name, ast.Constant)) for one in node.args):
            return node
        given = dict(zip(names, node.args, strict=True))
        return _Filled(given).visit(copy.deepcopy(helper.body[0].value))


class _Filled(ast.NodeTransformer):
    def __init__(self, given):
        self.given = given

    def visit_Name(self, node):
        return copy.deepcopy(self.given.get(node.id, node))


class _Extracted(ast.NodeTransformer):
    """What is assigned to a plain name in a function is computed by a helper of its own."""

    def __init__(self, tree):
        self.helpers = []
        self.globals = {name for node in tree.body for name in _bound(node)}

    def module(self, tree):
        tree.body = [self.function(node) if isinstance(node, ast.FunctionDef) else node for node in tree.body]
        imports = [node for node in tree.body if isinstance(node, (ast.Import, ast.ImportFrom))]
        others = [node for node in tree.body if node not in imports]
        tree.body = [*imports, *self.helpers, *others]
        return tree

    def function(self, node):
        inner = [one for one in ast.walk(node) if isinstance(one, (*FUNCTIONS, ast.ClassDef)) and one is not node]
        if inner or any(isinstance(one, (ast.Yield, ast.YieldFrom, ast.Global)) for one in ast.walk(node)):
            return node
        self.local = {name for part in ast.walk(node) for name in _bound(part)} | {arg.arg for arg in _arguments(node)}
        for part in ast.walk(node):
            named = isinstance(part, ast.Assign) and len(part.targets) == 1 and isinstance(part.targets[0], ast.Name)
            if named or (isinstance(part, ast.Return) and isinstance(part.value, ast.BinOp)):
                part.value = self.called(part.value)
        return node

    def called(self, value):
        if not isinstance(value, (ast.BinOp, ast.Call)) or any(
            isinstance(one, (ast.Lambda, ast.comprehension, ast.NamedExpr, ast.Await)) for one in ast.walk(value)
        ):
            return value
        names = sorted({one.id for one in ast.walk(value) if isinstance(one, ast.Name) and one.id in self.local})
        name = f"step_{len(self.helpers)}"
        arguments = ast.arguments([], [ast.arg(one) for one in names], None, [], [], None, [])
        self.helpers.append(ast.FunctionDef(name, arguments, [ast.Return(value)], [], lineno=1))
        return ast.Call(ast.Name(name, ast.Load()), [ast.Name(one, ast.Load()) for one in names], [])


def _arguments(node):
    given = node.args
    several = [one for one in (given.vararg, given.kwarg) if one is not None]
    return [*given.posonlyargs, *given.args, *given.kwonlyargs, *several]


def _bound(node):
    """Return the names that one node binds."""
    if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
        return [node.name]
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        return [(alias.asname or alias.name).split(".")[0] for alias in node.names]
    return [one.id for one in ast.walk(node) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)]


class _Renamed(ast.NodeTransformer):
    """Every name that the source binds itself becomes another one; imports, methods and attributes stay."""

    def __init__(self, tree, keep):
        nodes = list(ast.walk(tree))
        imports = [node for node in nodes if isinstance(node, (ast.Import, ast.ImportFrom))]
        members = [part for node in nodes if isinstance(node, ast.ClassDef) for part in node.body]
        words = {word.arg for node in nodes if isinstance(node, ast.Call) for word in node.keywords if word.arg}
        bound = {name for node in nodes for name in _bound(node)}
        bound |= {arg.arg for node in nodes if isinstance(node, FUNCTIONS) for arg in _arguments(node)}
        stays = {name for node in imports for name in _bound(node)} | words | keep
        stays |= {part.name for part in members if isinstance(part, ast.FunctionDef)}
        stays |= {name for part in members if not isinstance(part, ast.FunctionDef) for name in _bound(part)}
        bound -= stays | set(dir(builtins)) | {"self", "cls"}
        self.names = {name: f"renamed_{number}" for number, name in enumerate(sorted(bound))}

    def visit_Name(self, node):
        node.id = self.names.get(node.id, node.id)
        return node

    def visit_arg(self, node):
        node.arg = self.names.get(node.arg, node.arg)
        return node

    def visit_FunctionDef(self, node):
        node.name = self.names.get(node.name, node.name)
        return self.generic_visit(node)

    def visit_ClassDef(self, node):
        node.name = self.names.get(node.name, node.name)
        return self.generic_visit(node)

    def visit_Global(self, node):
        node.names = [self.names.get(name, name) for name in node.names]
        return node

    def visit_Nonlocal(self, node):
        return self.visit_Global(node)

    def visit_ExceptHandler(self, node):
        node.name = self.names.get(node.name, node.name) if node.name else None
        return self.generic_visit(node)


def verdicts(grader, slug, pick):
    """Return path, own name, verdict, diagnosis and message of the rewritten form of the wrong attempts picked."""
    folder = folders.read(read_folder(CONTENT / slug).files)
    found = []
    for framework in folder.frameworks:
        rules = folder.rules(framework)
        chosen = pick([one for one in folder.attempts(framework) if one.verdict == "wrong_answer"])
        paper = grader.desk.paper(folder, framework, None) if chosen else None
        for attempt in chosen:
            source = rewritten(attempt.source, set(folder.entry) | set(paper.outputs))
            path, refused = f"{slug}/{attempt.path}", refusal(source, folder, rules)
            if refused is not None:
                found.append((path, attempt.reason, refused[0], "", refused[1]))
                continue
            job = Job("", "", "", "", folder.files, framework, source)
            report = Grading(grader, job, folder, rules, paper).report()
            diagnosis = (report.diagnosis or {}).get("slug", "")
            found.append((path, attempt.reason, report.verdict, diagnosis, report.message))
    return found


def main():
    slugs = sys.argv[1:] or known_slugs()
    with Sandbox() as sandbox:
        grader = Grader(sandbox)
        found = [one for slug in slugs for one in verdicts(grader, slug, lambda attempts: attempts)]
    other = [one for one in found if one[1] != one[3]]
    for path, _, verdict, diagnosis, message in other:
        print(f"{path}: {verdict}, diagnosed as {diagnosis or 'nothing'} ({message[:120]})")
    share = 1 - len(other) / len(found)
    print(f"{len(found) - len(other)} of {len(found)} rewritten wrong attempts get their own diagnosis: {share:.1%}")


if __name__ == "__main__":
    main()
