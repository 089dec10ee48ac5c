"""The functions of nnref as their files have them. Nothing is imported, so PyTorch need not even be installed."""

import ast
import copy
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import nnref
from exercises.reference.docstring import Docstring, DocstringError, read_docstring
from exercises.topics import FRAMEWORKS

ROOT = Path(nnref.__file__).parent
Definition = ast.FunctionDef | ast.ClassDef


@dataclass(frozen=True)
class Twin:
    """One function in one framework."""

    framework: str
    file: str
    signature: str
    arguments: tuple[str, ...]
    doc: Docstring
    code: str
    calls: tuple[str, ...]

    @property
    def framework_name(self) -> str:
        return FRAMEWORKS[self.framework]


@dataclass(frozen=True)
class Function:
    """A function of nnref with its twins, NumPy first."""

    name: str
    module: str
    heading: str
    twins: tuple[Twin, ...]

    @property
    def doc(self) -> Docstring:
        return self.twins[0].doc

    @property
    def calls(self) -> tuple[str, ...]:
        """The other functions of the reference that it is made of."""
        return tuple(sorted({name for twin in self.twins for name in twin.calls}))

    @cached_property
    def search_text(self) -> str:
        text = f"{self.name} {self.name.replace('_', ' ')} {self.module} {self.heading} {self.doc.summary}"
        return f"{text} {self.doc.source}".casefold()


@dataclass(frozen=True)
class Module:
    """One file of nnref, parsed."""

    path: Path
    source: str
    tree: ast.Module

    @classmethod
    def read(cls, path: Path) -> "Module":
        source = path.read_text(encoding="utf-8")
        return cls(path, source, ast.parse(source))

    @property
    def heading(self) -> str:
        return (ast.get_docstring(self.tree) or self.path.stem).splitlines()[0].rstrip(".")

    @cached_property
    def definitions(self) -> dict[str, ast.stmt]:
        """The functions, classes and constants of the file by their names, in its order."""
        found: dict[str, ast.stmt] = {}
        for node in self.tree.body:
            if isinstance(node, Definition):
                found[node.name] = node
            elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                found[node.targets[0].id] = node
            elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                found[node.target.id] = node
        return found

    def text(self, node: ast.stmt) -> str:
        """The node's source without its docstring."""
        first = min([node.lineno, *(each.lineno for each in getattr(node, "decorator_list", ()))])
        lines = self.source.splitlines()
        without = docstring_lines(node)
        kept = [line for number, line in enumerate(lines, 1) if first <= number <= last_line(node)]
        return "\n".join(line for number, line in enumerate(kept, first) if number not in without)

    def needed(self, name: str, public: set[str]) -> list[str]:
        """The name and those of the file that it needs, but for other public ones; in the file's order."""
        wanted, todo = {name}, [name]
        while todo:
            for used in names_in(self.definitions[todo.pop()]):
                if used in self.definitions and used not in wanted | public:
                    wanted.add(used)
                    todo.append(used)
        return [each for each in self.definitions if each in wanted]

    def imports(self, used: set[str]) -> list[str]:
        """The file's import statements, with only the names that are used."""
        lines = []
        for node in self.tree.body:
            if isinstance(node, ast.Import | ast.ImportFrom) and getattr(node, "module", "") != "__future__":
                kept = [each for each in node.names if (each.asname or each.name).split(".")[0] in used]
                if kept:
                    slim = copy.copy(node)
                    slim.names = kept
                    lines.append(ast.unparse(slim))
        return lines


def docstring_lines(node: ast.stmt) -> range:
    body = getattr(node, "body", None)
    if not body or not isinstance(node, Definition) or ast.get_docstring(node) is None:
        return range(0)
    return range(body[0].lineno, last_line(body[0]) + 1)


def last_line(node: ast.stmt) -> int:
    return node.end_lineno or node.lineno


def names_in(node: ast.AST) -> set[str]:
    return {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}


def public_names(framework: str) -> list[str]:
    """What the package exports."""
    for node in ast.parse((ROOT / framework / "__init__.py").read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == "__all__":
            return list(ast.literal_eval(node.value))
    raise ValueError(f"nnref/{framework}/__init__.py has no __all__")


def read_twin(module: Module, framework: str, name: str, public: set[str]) -> Twin:
    node = module.definitions[name]
    if not isinstance(node, Definition):
        raise TypeError(f"nnref.{framework}.{name} is neither a function nor a class")
    file = f"nnref/{framework}/{module.path.name}"
    try:
        doc = read_docstring(ast.get_docstring(node, clean=False) or "")
    except DocstringError as error:
        raise DocstringError(f"{file}: {name}: {error}") from None
    needed = module.needed(name, public)
    used = set().union(*(names_in(module.definitions[each]) for each in needed))
    blocks = [module.text(module.definitions[each]) for each in needed]
    imports = "\n".join(module.imports(used))
    arguments = arguments_of(node)
    return Twin(
        framework=framework,
        file=file,
        signature=f"{name}({without_types(arguments)})",
        arguments=tuple(each.arg for each in (*arguments.posonlyargs, *arguments.args)),
        doc=doc,
        code="\n\n\n".join(filter(None, [imports, *blocks])) + "\n",
        calls=tuple(sorted((used & public) - {name})),
    )


def arguments_of(node: Definition) -> ast.arguments:
    """The arguments of a function, or those that make an object of a class."""
    if isinstance(node, ast.FunctionDef):
        return node.args
    made = [each for each in node.body if isinstance(each, ast.FunctionDef) and each.name == "__init__"]
    arguments = copy.deepcopy(made[0].args) if made else ast.arguments([], [], None, [], [], None, [])
    arguments.args = arguments.args[1:]
    return arguments


def without_types(arguments: ast.arguments) -> str:
    slim = copy.deepcopy(arguments)
    for each in (*slim.posonlyargs, *slim.args, *slim.kwonlyargs, slim.vararg, slim.kwarg):
        if each is not None:
            each.annotation = None
    return ast.unparse(slim)


def read_twins(framework: str) -> Iterator[tuple[str, str, str, Twin]]:
    """Name, module, heading and twin of each public function of one framework."""
    public = set(public_names(framework))
    for path in sorted((ROOT / framework).glob("*.py")):
        if path.stem != "__init__":
            module = Module.read(path)
            for name in module.definitions:
                if name in public:
                    yield name, path.stem, module.heading, read_twin(module, framework, name, public)


@lru_cache(maxsize=1)
def functions() -> dict[str, Function]:
    """All functions of nnref by name, in the order of their files; raises DocstringError."""
    found: dict[str, Function] = {}
    for framework in FRAMEWORKS:
        for name, module, heading, twin in read_twins(framework):
            before = found.get(name, Function(name, module, heading, ()))
            found[name] = Function(name, before.module, before.heading, (*before.twins, twin))
    return found


def matching(words: str) -> Iterable[Function]:
    """Those in whose text each of the words occurs."""
    wanted = words.casefold().split()
    return [each for each in functions().values() if all(word in each.search_text for word in wanted)]


@lru_cache(maxsize=1024)
def references_in(cases: str) -> list[str]:
    """The names that these cases import from nnref, sorted."""
    imports = [node for node in ast.walk(ast.parse(cases)) if isinstance(node, ast.ImportFrom)]
    ours = [node for node in imports if (node.module or "").startswith("nnref.")]
    return sorted({alias.name for node in ours for alias in node.names})
