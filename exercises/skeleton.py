"""The files of an exercise that is still to be written, and what of it is not written yet."""

from exercises.folder import Folder, make_folder
from exercises.reference.functions import public_names, references_in
from exercises.topics import TOPICS

MARK = "[to be written"
IMPORTS = {"numpy": "import numpy as np", "torch": "import torch"}

FACTS = """\
title: {title}
# topic is one of: {topics}
topic: foundations
difficulty: easy  # easy, medium or hard
summary: "[to be written: what is asked, in one sentence]"
entry: [{entry}]
frameworks: [numpy, torch]
forbidden: {{}}  # by framework, such as torch: [softmax, log_softmax]; "@" is the matrix product
seed: []  # which of the fifteen seed questions it belongs to
sources:
  - "[to be written: the paper or the book, with the section]"
"""

STATEMENT = """\
[to be written: what {calls} return, in two or three sentences]

$$
y = f(x)
$$

## Shapes

| argument | shape | meaning |
|---|---|---|
| `x` | (N, D) | [to be written] |
| returns | (N, D) | [to be written] |

## Conventions

- [to be written: what other books and libraries do differently, and what holds here]
- Work in the dtype of `x` and leave `x` as it is.

## Example

```python
[to be written: a call and the numbers that come out when it is run]
```
"""

HINTS = """\
## Hint 1
[to be written: a question that points in the right direction]

## Hint 2
[to be written: the idea]

## Hint 3
[to be written: the one line that is hard]

## Editorial
[to be written: the idea, the derivation, the cost, and what interviewers ask next]
"""

CASES = '''\
"""[to be written: which case finds which mistake]"""

from grader.cases import Case
{imports}


def cases(rng):
    yield Case("small", x=rng.normal(size=(3, 4)), sample=True)
'''

STARTER = """\
{imports}


{functions}
"""

STARTER_FUNCTION = '''\
def {name}(x):
    """[to be written: what comes back, and its shape]"""
    raise NotImplementedError("Write {name}.")'''

ATTEMPT_FUNCTION = """\
def {name}(x):
    return x"""


def make_skeleton(slug: str, title: str, entry: list[str]) -> Folder:
    """An exercise with all its files and nothing written in them; raises FolderError for a name that cannot be."""
    files = {
        "exercise.yaml": FACTS.format(title=quoted(title), topics=", ".join(TOPICS), entry=", ".join(entry)),
        "statement.md": STATEMENT.format(calls=" and ".join(f"`{name}`" for name in entry)),
        "hints.md": HINTS,
        "cases.py": CASES.format(imports=references(entry)),
    }
    for framework, imports in IMPORTS.items():
        starters = "\n\n\n".join(STARTER_FUNCTION.format(name=name) for name in entry)
        files[f"starter_{framework}.py"] = STARTER.format(imports=imports, functions=starters)
        attempts = "\n\n\n".join(ATTEMPT_FUNCTION.format(name=name) for name in entry)
        files[f"attempts/accepted-{framework}-plain.py"] = f'"""{MARK}: a solution]"""\n\n\n{attempts}\n'
    return make_folder(slug, files)


def quoted(title: str) -> str:
    """The title as YAML takes it, whatever stands in it."""
    escaped = title.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def references(entry: list[str]) -> str:
    """The lines of `cases.py` that say which functions of nnref judge these."""
    if len(entry) == 1:
        return f"from nnref.numpy import {entry[0]} as reference"
    pairs = ", ".join(f'"{name}": {name}' for name in entry)
    return f"from nnref.numpy import {', '.join(sorted(entry))}\n\nreferences = {{{pairs}}}"


def unwritten(folder: Folder) -> list[str]:
    """What is still missing, a sentence for each file and each reference."""
    missing = []
    for name, text in sorted(folder.files.items()):
        lines = [number for number, line in enumerate(text.splitlines(), start=1) if MARK in line]
        if lines:
            missing.append(f"{name}: still to be written: line {', '.join(map(str, lines))}")
    known = {framework: set(public_names(framework)) for framework in folder.facts.frameworks}
    for name in references_in(folder.files["cases.py"]):
        without = [f"nnref.{framework}" for framework, names in known.items() if name not in names]
        if without:
            missing.append(f"cases.py: no {name} in {' and '.join(without)} yet: write the reference first")
    return missing + few_solutions(folder)


def few_solutions(folder: Folder) -> list[str]:
    """A sentence for each framework with fewer than two accepted attempts, or without a wrong one."""
    missing = []
    for framework in folder.facts.frameworks:
        verdicts = [attempt.verdict for attempt in folder.attempts if attempt.framework == framework]
        if verdicts.count("accepted") < 2:
            missing.append(f"attempts: {framework} has {verdicts.count('accepted')} accepted of the two that it needs")
        if "wrong_answer" not in verdicts:
            missing.append(f"attempts: {framework} has no wrong_answer: which mistake do people make?")
    return missing
