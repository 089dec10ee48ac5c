"""Gathers a reference from its files into one source that a learner could have sent. Nothing is imported for it."""

from __future__ import annotations

import ast
import copy
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import nnref
from grader.folder import Folder, FolderError

CASES = "cases.py"
ROOT = Path(nnref.__file__).parent
Definition = ast.FunctionDef | ast.ClassDef
Place = tuple[str, str]  # a file and a name in it


@dataclass(frozen=True)
class Reference:
    """The reference of an exercise in one file.

    statements   the top level of the file: imports, then every definition after those that it needs
    own          which of them are the exercise's: the references and what they call in the same file, but for
                 functions that another exercise asks for
    functions    the name that is asked for -> the name that the file gives it
    """

    statements: list[ast.stmt]
    own: list[int]
    functions: dict[str, str]

    def text(self) -> str:
        return "\n\n".join(ast.unparse(statement) for statement in self.statements) + "\n"


@dataclass(frozen=True)
class _File:
    """What a file defines and imports, by name."""

    definitions: dict[str, ast.stmt] = field(default_factory=dict)
    imports: dict[str, tuple[str, str, ast.stmt]] = field(default_factory=dict)


def gather(folder: Folder, elsewhere: frozenset[str] = frozenset()) -> Reference:
    """Return the NumPy reference of an exercise; `elsewhere` are functions that other exercises ask for.

    Raises:
        FolderError: when the reference cannot be found by reading its files.
    """
    gatherer = _Gatherer(_read(folder.files[CASES]))
    return gatherer.reference(_named(gatherer.cases, folder.entry), elsewhere)


def _read(text: str) -> _File:
    file = _File()
    for node in ast.parse(text).body:
        if isinstance(node, Definition):
            file.definitions[node.name] = node
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                file.definitions.update({name.id: node for name in ast.walk(target) if isinstance(name, ast.Name)})
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            file.definitions[node.target.id] = node
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                slim = ast.ImportFrom(node.module, [alias], 0)
                file.imports[alias.asname or alias.name] = (node.module or "", alias.name, slim)
        elif isinstance(node, ast.Import):
            for alias in node.names:
                file.imports[alias.asname or alias.name] = (alias.name, "", ast.Import([alias]))
    return file


@lru_cache(maxsize=256)
def _module(name: str) -> _File:
    """Return a module of nnref, read."""
    path = ROOT.joinpath(*name.split(".")[1:])
    file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    return _read(file.read_text(encoding="utf-8"))


def _is_module(name: str) -> bool:
    return name.startswith("nnref.") and ROOT.joinpath(*name.split(".")[1:]).with_suffix(".py").is_file()


def _named(cases: _File, entry: tuple[str, ...]) -> dict[str, str]:
    """Return the name of each function that is asked for -> its reference's name in `cases.py`."""
    several = cases.definitions.get("references")
    if isinstance(several, ast.Assign) and isinstance(several.value, ast.Dict):
        found = {}
        for key, value in zip(several.value.keys, several.value.values, strict=True):
            if isinstance(key, ast.Constant) and isinstance(value, ast.Name):
                found[str(key.value)] = value.id
        if len(found) == len(several.value.keys):
            return found
    if "reference" in cases.definitions or "reference" in cases.imports:
        return {entry[0]: "reference"}
    raise FolderError(f"{CASES}: `reference` or `references` must be plain names, so that mutants can be made of them")


class _Gatherer:
    def __init__(self, cases: _File) -> None:
        self.cases = cases
        self.imports: dict[str, ast.stmt] = {}
        self.blocks: list[tuple[Place, ast.stmt]] = []
        self.names: dict[Place, str] = {}
        self.needs: dict[Place, set[Place]] = {}

    def reference(self, named: dict[str, str], elsewhere: frozenset[str]) -> Reference:
        functions = {asked: self.need(CASES, name) for asked, name in named.items()}
        owned = self.owned({self.home(CASES, name) for name in named.values()}, elsewhere)
        head = list(self.imports.values())
        own = [len(head) + i for i, (place, _) in enumerate(self.blocks) if place in owned]
        body: list[ast.stmt] = [node for _, node in self.blocks]
        tail = [_parsed(f"{asked} = {name}") for asked, name in functions.items() if asked != name]
        return Reference([*head, *body, *tail], own, functions)

    def owned(self, asked: set[Place], elsewhere: frozenset[str]) -> set[Place]:
        """Return what is asked for, and what it needs in the same files that is no exercise of its own."""
        owned, homes, todo = set(asked), {home for home, _ in asked}, list(asked)
        while todo:
            for place in self.needs.get(todo.pop(), ()):
                if place not in owned and place[0] in homes and place[1] not in elsewhere:
                    owned.add(place)
                    todo.append(place)
        return owned

    def file(self, module: str) -> _File:
        return self.cases if module == CASES else _module(module)

    def home(self, module: str, name: str) -> Place:
        """Return the file that defines a name, and its name there."""
        file = self.file(module)
        node = file.definitions.get(name)
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Name):
            return self.home(module, node.value.id)
        if node is None and name in file.imports:
            source, original, _ = file.imports[name]
            if source.startswith("nnref"):
                return self.home(source, original)
        return module, name

    def need(self, module: str, name: str) -> str:
        """Take in a name of a file, with all that it needs; return what it is called here."""
        home, original = self.home(module, name)
        if (home, original) in self.names:
            return self.names[home, original]
        node = self.file(home).definitions.get(original)
        if node is None:
            raise FolderError(f"{CASES}: no definition of `{name}` was found, so no mutants can be made of it")
        here = original if original not in self.names.values() else f"{original}_of_{home.rpartition('.')[2]}"
        self.names[home, original] = here
        copied = _Untyped().visit(copy.deepcopy(node))
        free = sorted(_names(copied))
        self.needs[home, original] = {self.home(home, used) for used in free}
        renamed = {used: self.used(home, used) for used in free}
        _Renamed({**{key: value for key, value in renamed.items() if value}, original: here}, self, home).visit(copied)
        self.blocks.append(((home, original), ast.fix_missing_locations(copied)))
        return here

    def used(self, module: str, name: str) -> str:
        """Take in what a name means in a file; return its name here, empty for a local or built-in one."""
        file = self.file(module)
        if name in file.definitions:
            return self.need(module, name)
        if name not in file.imports:
            return ""
        source, original, statement = file.imports[name]
        if source.startswith("nnref"):
            return "" if _is_module(f"{source}.{original}") else self.need(module, name)
        self.imports[name] = statement
        return name

    def attribute(self, module: str, name: str, attribute: str) -> str:
        """Take in what an attribute of a module of nnref means; return its name here, empty for any other object's."""
        source, original, _ = self.file(module).imports.get(name, ("", "", None))
        inner = f"{source}.{original}"
        return self.need(inner, attribute) if _is_module(inner) else ""


def _names(node: ast.AST) -> set[str]:
    """Return the names that a definition takes from its file."""
    names = [each for each in ast.walk(node) if isinstance(each, ast.Name)]
    bound = (
        {each.id for each in names if isinstance(each.ctx, ast.Store)} if isinstance(node, ast.FunctionDef) else set()
    )
    arguments = {each.arg for each in ast.walk(node) if isinstance(each, ast.arg)}
    return {each.id for each in names if isinstance(each.ctx, ast.Load)} - bound - arguments


def _parsed(line: str) -> ast.stmt:
    return ast.parse(line).body[0]


class _Untyped(ast.NodeTransformer):
    """Takes away docstrings and annotations, which change nothing."""

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.returns = None
        return self._without_docstring(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        return self._without_docstring(node)

    def _without_docstring(self, node: Definition) -> ast.AST:
        if ast.get_docstring(node) is not None:
            node.body = node.body[1:] or [ast.Pass()]
        return self.generic_visit(node)

    def visit_arg(self, node: ast.arg) -> ast.AST:
        node.annotation = None
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST | None:
        if node.value is None:
            return None
        return ast.Assign([node.target], self.visit(node.value), lineno=node.lineno)


class _Renamed(ast.NodeTransformer):
    """Gives names their new form."""

    def __init__(self, names: dict[str, str], gatherer: _Gatherer, module: str) -> None:
        self.names, self.gatherer, self.module = names, gatherer, module

    def visit_Name(self, node: ast.Name) -> ast.AST:
        node.id = self.names.get(node.id, node.id)
        return node

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        if isinstance(node.value, ast.Name):
            found = self.gatherer.attribute(self.module, node.value.id, node.attr)
            if found:
                return ast.Name(found, node.ctx)
        return self.generic_visit(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.name = self.names.get(node.name, node.name)
        return self.generic_visit(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        node.name = self.names.get(node.name, node.name)
        return self.generic_visit(node)
