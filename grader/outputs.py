"""The outputs of a call by their names."""

from __future__ import annotations

from typing import Any

from grader.paper import Case


def by_name(output: Any, names: list[str]) -> dict[str, Any]:
    """Return the outputs of a call by their names; nothing where they are not as many as the names."""
    if len(names) == 1:
        return {names[0]: output[0] if type(output) is tuple and output else output}
    if type(output) is dict and set(names) <= set(output):
        return {name: output[name] for name in names}
    if type(output) in (list, tuple) and len(output) == len(names):
        return dict(zip(names, output, strict=True))
    return {}


def case_output(case: Case, name: str, names: list[str]) -> Any:
    """Return what the reference gave for a named output."""
    if len(names) > 1 and type(case.expected) in (list, tuple):
        return case.expected[names.index(name)]
    return case.expected[name] if type(case.expected) is dict else case.expected
