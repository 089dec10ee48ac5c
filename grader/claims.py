"""What came out of a learner's jail, put into shape: what has another form than the harness's is left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from grader import wording

MAX_FRAMES = 5


@dataclass(frozen=True)
class ErrorClaim:
    """An exception: its type, its message, the learner's own frames (line and function, innermost last)."""

    type: str
    kinds: tuple[str, ...]
    message: str
    frames: tuple[tuple[int, str], ...]
    signature: str | None

    @property
    def line(self) -> int | None:
        return self.frames[-1][0] if self.frames else None

    @property
    def sentence(self) -> str:
        """The exception as a sentence with the learner's line."""
        where = f" (line {self.line})" if self.line is not None else ""
        return f"{self.type}: {self.message}{where}" if self.message else f"{self.type}{where}"


@dataclass(frozen=True)
class Claim:
    """What one call is said to have done; `output` is `...` where it returned nothing."""

    output: Any
    error: ErrorClaim | None
    changed: tuple[str, ...]
    global_random: bool
    overwritten: bool
    warnings: tuple[tuple[int, str], ...]
    operations: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Loading:
    """Why a source did not load: it raised, or lacks functions."""

    error: ErrorClaim | None
    missing: tuple[str, ...]
    defined: tuple[str, ...]

    @property
    def frames(self) -> tuple[tuple[int, str], ...]:
        return self.error.frames if self.error is not None else ()


def has_loaded(frames: list[Any]) -> bool:
    """Whether the source itself came to its end."""
    return any(type(frame) is dict and frame.get("loaded") is True for frame in frames)


def sort(frames: list[Any], source: int = 0) -> tuple[Loading | None, dict[int, Claim]]:
    """Return why a source did not load (or None), and the claim of each of its runs."""
    loading: Loading | None = None
    claims: dict[int, Claim] = {}
    for frame in frames:
        if type(frame) is not dict or type(frame.get("source")) is not int or frame["source"] != source:
            continue
        if "stage" in frame:
            loading = loading or Loading(
                _error(frame.get("error")), _texts(frame.get("missing")), _texts(frame.get("defined"))
            )
        elif type(frame.get("run")) is int:
            claims.setdefault(frame["run"], _claim(frame))
    return loading, claims


def _claim(frame: dict[str, Any]) -> Claim:
    return Claim(
        output=frame.get("output", ...),
        error=_error(frame.get("error")),
        changed=_texts(frame.get("changed")),
        global_random=frame.get("global_random") is True,
        overwritten=frame.get("overwritten") is True,
        warnings=tuple(_pairs(frame.get("warnings"), int, str)),
        operations=tuple(_pairs(frame.get("operations"), str, int)),
    )


def _error(value: Any) -> ErrorClaim | None:
    if type(value) is not dict:
        return None
    lines = _pairs(value.get("lines"), int, str)
    signature = value.get("signature")
    return ErrorClaim(
        type=wording.clean(str(value.get("type", "exception")), 60),
        kinds=_texts(value.get("kinds")),
        message=wording.clean(str(value.get("message", ""))),
        frames=tuple((line, wording.clean(name, 60)) for line, name in lines[-MAX_FRAMES:]),
        signature=wording.clean(signature, 200) if type(signature) is str else None,
    )


def _texts(value: Any) -> tuple[str, ...]:
    if type(value) not in (list, tuple):
        return ()
    return tuple(wording.clean(item, 60) for item in value[:200] if type(item) is str)


def _pairs(value: Any, first: type, second: type) -> list[tuple[Any, Any]]:
    if type(value) not in (list, tuple):
        return []
    pairs = [item for item in value[:500] if type(item) in (list, tuple) and len(item) == 2]
    return [(one, two) for one, two in pairs if type(one) is first and type(two) is second]
