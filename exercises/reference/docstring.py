"""Reads the docstrings of nnref: what comes back, then the formula, the shapes, what is raised, notes, the source."""

import re
from dataclasses import dataclass
from inspect import cleandoc

SECTION = re.compile(r"^([A-Z][a-z]+): +(?=\S)", re.MULTILINE)
SECTIONS = ("Formula", "Shapes", "Raises", "Note", "Source")
NEEDED = ("Shapes", "Source")
LINE_BREAK = re.compile(r" *\n *(?=\S)")


class DocstringError(ValueError):
    """A docstring is not in the form that the reference shows; the text says what is wrong."""


@dataclass(frozen=True)
class Docstring:
    """The parts of a docstring as Markdown with formulas; empty where one is left out."""

    summary: str
    formula: str
    shapes: tuple[str, ...]
    raises: str
    note: str
    source: str


def read_docstring(text: str) -> Docstring:
    """The parts of this docstring; raises DocstringError."""
    summary, *parts = SECTION.split(cleandoc(text))
    names, texts = parts[::2], parts[1::2]
    check_sections(summary, names)
    found = {name: LINE_BREAK.sub(" ", text.strip()) for name, text in zip(names, texts, strict=True)}
    return Docstring(
        summary=LINE_BREAK.sub(" ", summary.strip()),
        formula=found.get("Formula", ""),
        shapes=tuple(split_outside_brackets(found["Shapes"].removesuffix("."))),
        raises=found.get("Raises", ""),
        note=found.get("Note", ""),
        source=found["Source"],
    )


def check_sections(summary: str, names: list[str]) -> None:
    if not summary.strip():
        raise DocstringError("it does not say what comes back")
    for name in names:
        if name not in SECTIONS:
            raise DocstringError(f"{name} is none of {', '.join(SECTIONS)}")
    for name in NEEDED:
        if name not in names:
            raise DocstringError(f"{name} is missing")
    if names != [name for name in SECTIONS if name in names]:
        raise DocstringError(f"expected the order {', '.join(SECTIONS)}, each once; got {', '.join(names)}")


def split_outside_brackets(text: str) -> list[str]:
    """The parts between the semicolons, but for those inside brackets."""
    parts, depth = [""], 0
    for letter in text:
        depth += (letter in "([{") - (letter in ")]}")
        if letter == ";" and depth == 0:
            parts.append("")
        else:
            parts[-1] += letter
    return [part.strip() for part in parts if part.strip()]
