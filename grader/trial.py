"""Inputs of a learner's own: read after the example of a sample case, run by the reference and by the learner."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from grader import wording
from grader.folder import Folder, FolderError
from grader.paper import Case, Desk, Paper
from grader.sandbox import wire

NAME = "your input"
MAX_NUMBERS = 4000
MAX_DEPTH = 8
SECONDS = 2.0


class InvalidInput(ValueError):
    """What was typed is no input of the function; the text names the argument."""


def paper_of(desk: Desk, folder: Folder, framework: str, paper: Paper, given: dict[str, Any] | None) -> Paper:
    """Return a paper with one case, the given inputs.

    Raises:
        InvalidInput: when they do not fit the function, or the reference refuses them.
    """
    template = _template(paper, given or {})
    inputs = {name: _like(value, (given or {})[name], f"`{name}`") for name, value in template.inputs.items()}
    if sum(np.size(leaf) for _, leaf in wire.leaves(inputs)) > MAX_NUMBERS:
        raise InvalidInput(f"At most {MAX_NUMBERS} numbers can be tried at once.")
    case = _answer(desk, folder, framework, template, inputs)
    judge = {"": {"kind": "Anything"}} if template.judge or case.random else {}
    return replace(paper, cases=[replace(case, name=NAME, sample=True, judge=judge)], properties=[])


def _answer(desk: Desk, folder: Folder, framework: str, template: Case, inputs: dict[str, Any]) -> Case:
    asked = {"call": template.call, "kink": True, "gradient": False}
    try:
        answers = desk.answers(folder, framework, asked, [inputs], gradients=False, draws=8, seconds=SECONDS)
    except FolderError:
        raise InvalidInput("The reference could not finish with this input; make it smaller.") from None
    answer = answers[0] if answers else "no answer"
    if isinstance(answer, str):
        raise InvalidInput(f"The reference solution refuses this input: {wording.clean(answer, 300)}.")
    return answer


def _template(paper: Paper, given: dict[str, Any]) -> Case:
    """Return the case whose arguments have the given names, the first sample before the others."""
    ordered = sorted((case for case in paper.cases if not case.raises), key=lambda case: not case.sample)
    if not ordered:
        raise InvalidInput("This exercise has no case that inputs could be made after.")
    first = ordered[0]
    fitting = [case for case in ordered if case.call == first.call and set(case.inputs) == set(given)]
    if fitting:
        return fitting[0]
    known = {name for case in ordered if case.call == first.call for name in case.inputs}
    for name in given:
        if name not in known:
            names = wording.names(list(first.inputs))
            raise InvalidInput(f"`{wording.clean(name, 60)}` is no argument here; there are {names}.")
    missing = [name for name in first.inputs if name not in given]
    if missing:
        raise InvalidInput(f"The argument `{missing[0]}` is missing.")
    raise InvalidInput(f"These arguments do not go together; give {wording.names(list(first.inputs))}.")


def _like(template: Any, value: Any, where: str, depth: int = 0) -> Any:
    """Return a typed value as the kind of thing that the template is."""
    if depth > MAX_DEPTH:
        raise InvalidInput(f"{where} is nested too deeply.")
    if type(template) is np.ndarray:
        return _array(template, value, where)
    if type(template) in (list, tuple):
        return _items(template, value, where, depth)
    if type(template) is dict:
        return _mapping(template, value, where, depth)
    if type(template) is wire.Seed:
        if type(value) is not int or not 0 <= value < 1 << 62:
            raise InvalidInput(f"{where} is a random generator: give its seed, a whole number from 0 on.")
        return wire.Seed(value)
    return _plain(template, value, where)


def _items(template: Any, value: Any, where: str, depth: int) -> Any:
    if type(value) not in (list, tuple):
        raise InvalidInput(f"{where} must be a list, and is {_kind(value)}.")
    if type(template) is tuple and len(value) != len(template):
        raise InvalidInput(f"{where} must have {len(template)} elements, and has {len(value)}.")
    models = list(template) if len(template) == len(value) else [template[0] if template else 0.0] * len(value)
    return type(template)(
        _like(model, item, f"{where}[{i}]", depth + 1)
        for i, (model, item) in enumerate(zip(models, value, strict=True))
    )


def _mapping(template: dict[str, Any], value: Any, where: str, depth: int) -> dict[str, Any]:
    if type(value) is not dict or set(value) != set(template):
        raise InvalidInput(f"{where} must be a dict with the keys {wording.names(list(template))}.")
    return {key: _like(model, value[key], f"{where}[{key!r}]", depth + 1) for key, model in template.items()}


def _plain(template: Any, value: Any, where: str) -> Any:
    if template is None or value is None:
        if value is not None and type(value) not in (bool, int, float, str):
            raise InvalidInput(f"{where} must be None, a number or a text, and is {_kind(value)}.")
        return value
    if type(template) is float and type(value) is int and abs(value) < 1 << 53:
        return float(value)
    if type(template) is not type(value):
        raise InvalidInput(f"{where} must be {_kind(template)}, and is {_kind(value)}.")
    if type(value) is int and abs(value) >= 1 << 31:
        raise InvalidInput(f"{where} is too large.")
    return value


def _array(template: np.ndarray[Any, Any], value: Any, where: str) -> np.ndarray[Any, Any]:
    wanted = {"b": "True and False", "i": "whole numbers", "u": "whole numbers"}.get(template.dtype.kind, "numbers")
    shape = _shape(value, where)
    flat = list(_flat(value))
    allowed: tuple[type, ...] = (bool,) if template.dtype.kind == "b" else (int,)
    allowed = (int, float) if template.dtype.kind == "f" else allowed
    strange = next((item for item in flat if type(item) not in allowed), None)
    if strange is not None or (flat and None in flat):
        raise InvalidInput(f"{where} must hold {wanted}, and there is {_kind(strange)}.")
    if template.ndim and not shape:
        raise InvalidInput(f"{where} must be an array: write it as a list, such as [1, 2].")
    try:
        return np.array(flat, dtype=template.dtype).reshape(shape)
    except (OverflowError, ValueError):
        raise InvalidInput(f"{where} holds a number that is too large.") from None


def _shape(value: Any, where: str, depth: int = 0) -> tuple[int, ...]:
    if type(value) not in (list, tuple):
        return ()
    if depth >= MAX_DEPTH:
        raise InvalidInput(f"{where} is nested too deeply.")
    inner = {_shape(item, where, depth + 1) for item in value}
    if len(inner) > 1:
        raise InvalidInput(f"{where} is no array: its rows have different lengths.")
    return (len(value), *(inner.pop() if inner else ()))


def _flat(value: Any) -> list[Any]:
    return [leaf for item in value for leaf in _flat(item)] if type(value) in (list, tuple) else [value]


def _kind(value: Any) -> str:
    names = {bool: "True or False", int: "a whole number", float: "a number", str: "a text", type(None): "None"}
    return names.get(type(value), wording.article(type(value).__name__))
