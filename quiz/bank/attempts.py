"""The exercises' attempts as material for questions: the code without what tells its mistake, and the mistake."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from exercises.folder import without_sentence
from exercises.shipped import CONTENT

MOST_DIFFERENCES = 4  # lines; more of them are no longer one bug


class NoAttemptError(ValueError):
    """There is no such attempt, or no line in it to find."""


@dataclass(frozen=True)
class Attempt:
    """The code without its module's docstring, whose first line is the sentence about its mistake."""

    code: str
    sentence: str


@lru_cache(maxsize=1)
def attempt_names() -> tuple[str, ...]:
    """All attempts of the shipped exercises, as `exercise/verdict-framework-reason`."""
    return tuple(f"{path.parts[-3]}/{path.stem}" for path in sorted(CONTENT.glob("*/attempts/*.py")))


def read_attempt(name: str) -> Attempt:
    """The attempt `exercise/verdict-framework-reason`; raises NoAttemptError."""
    slug, _, stem = name.partition("/")
    path = CONTENT / slug / "attempts" / f"{stem}.py"
    if not path.is_file():
        raise NoAttemptError(f"there is no attempt {name}")
    return Attempt(*without_sentence(path.read_text(encoding="utf-8")))


def differing_lines(code: str, fixed: str) -> tuple[int, ...]:
    """The numbers of the lines that the fixed code has otherwise; raises NoAttemptError if these are no one bug."""
    before, after = ([line.strip() for line in text.split("\n")] for text in (code, fixed))
    numbers: list[int] = []
    for operation, start, end, _, _ in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if operation == "insert":
            raise NoAttemptError("the fixed attempt has lines that this one lacks: name the wrong lines in `lines`")
        if operation != "equal":
            numbers += [number for number in range(start + 1, end + 1) if before[number - 1]]
    if not 0 < len(numbers) <= MOST_DIFFERENCES:
        raise NoAttemptError(f"{len(numbers)} lines differ from the fixed attempt: name the wrong ones in `lines`")
    return tuple(numbers)


def lines_with(code: str, line: str) -> list[int]:
    """The numbers of the lines that read so; raises NoAttemptError if there is none."""
    numbers = [number for number, text in enumerate(code.split("\n"), start=1) if text.strip() == line.strip()]
    if not numbers:
        raise NoAttemptError(f"no line of the code reads: {line}")
    return numbers
