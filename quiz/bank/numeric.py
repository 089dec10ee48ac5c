"""Numeric items: what a generator returns, the registry of generators, and how a typed number is read."""

import math
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

LONGEST_ANSWER = 60
LARGEST_ANSWER = 1e100

_NUMBER = r"(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:e[+-]?[0-9]{1,4})?"
_TERM = re.compile(rf"[+-]?{_NUMBER}")
_POWER_OF_TEN = re.compile(r"(?<=[0-9.])\s*[*×x·⋅]\s*10\s*(?:\^|\*\*)?\s*([+-]?[0-9]{1,4})$")
_BARE_POWER_OF_TEN = re.compile(r"^([+-]?)10(?:\^|\*\*)([+-]?[0-9]{1,4})$")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SIGNS = str.maketrans({"−": "-", "–": "-", "⁄": "/", "∕": "/", "÷": "/", "٪": "%", "%": "%"})
_THOUSANDS = re.compile(r"(?<![0-9.])[0-9]{1,3}(?:[\s'’][0-9]{3})+(?![0-9])")


class NumberError(ValueError):
    """What was typed cannot be read as one number; the text is a sentence for the person who typed it."""


@dataclass(frozen=True)
class Numeric:
    """One numeric question with its answer and the values that known misconceptions lead to."""

    prompt: str
    answer: float
    wrong: Sequence[tuple[float, str]] = ()
    unit: str = ""
    integer: bool = False
    rtol: float = 1e-3
    atol: float = 0.0
    explanation: str = ""

    def is_right(self, value: float) -> bool:
        return self._equal(value, self.answer)

    def misconception(self, value: float) -> str | None:
        """The reason behind a wrong value that a known wrong formula gives, or None."""
        return next((why for wrong, why in self.wrong if self._equal(value, wrong)), None)

    def _equal(self, value: float, wanted: float) -> bool:
        if self.integer and float(wanted).is_integer():
            return value == wanted
        return abs(value - wanted) <= max(self.atol, self.rtol * abs(wanted), 1e-12)


Generator = Callable[[np.random.Generator], Numeric]
generators: dict[str, Generator] = {}


def generator(function: Generator) -> Generator:
    """The function itself, registered under its own name for `generator: <name>` in a question's YAML."""
    name = function.__name__
    if name in generators:
        raise ValueError(f"two generators are called {name}")
    generators[name] = function
    return function


def draw(name: str, seed: int) -> Numeric:
    """The variant of a generator that belongs to this seed: the same seed gives the same numbers for ever.

    An old session may ask for a generator that a later release took away: then the prompt says so.
    """
    if name not in generators:
        return Numeric("The numbers of this item are no longer part of Backpass: skip it.", math.nan)
    return generators[name](np.random.default_rng(seed))


def parse_number(text: str, unit: str = "") -> float:
    """The number that was typed, as 1/4, 0.25, 25 %, 2e-3, 1_024, ½ or 1,5; raises NumberError with a sentence."""
    cleaned = _without_unit(_plain(text), unit)
    percent = cleaned.endswith("%")
    parts = cleaned.removesuffix("%").strip().split("/")
    if len(parts) > 2:
        raise NumberError("One fraction bar at most: write a single number such as 0.25 or 1/4.")
    values = [_term(part.strip()) for part in parts]
    value = _divide(*values) / (100 if percent else 1)
    if not math.isfinite(value) or abs(value) > LARGEST_ANSWER:
        raise NumberError("This number is too large to be the answer: check the exponent.")
    return value


def _plain(text: str) -> str:
    """The text in ASCII signs, with vulgar fractions, powers of ten and thousands marks written out."""
    text = text.strip()
    if not text:
        raise NumberError("Type a number first, or choose “I don't know”.")
    if len(text) > LONGEST_ANSWER:
        raise NumberError(f"This is longer than {LONGEST_ANSWER} characters: type the number only.")
    text = "".join(_vulgar_fraction(text, place) for place in range(len(text)))
    text = text.translate(_FULL_WIDTH).translate(_SUPERSCRIPTS).translate(_SIGNS).lower()
    text = _BARE_POWER_OF_TEN.sub(r"\g<1>1e\2", _POWER_OF_TEN.sub(r"e\1", text))
    return _THOUSANDS.sub(lambda found: re.sub(r"[\s'’]", "", found.group()), text)


def _vulgar_fraction(text: str, place: int) -> str:
    """The sign at a place, with ½ written as 1/2; a digit before it would make 1½ into 11/2, so that is refused."""
    sign = text[place]
    written_out = unicodedata.normalize("NFKC", sign)
    if "⁄" not in written_out:
        return sign
    if place and text[place - 1].isdigit():
        raise NumberError("Write a mixed number as a decimal or as one fraction: 1.5 or 3/2.")
    return written_out


def _without_unit(text: str, unit: str) -> str:
    """The text without the item's own unit; where the unit is per cent, its sign is a unit and divides nothing."""
    return text.removesuffix(unit.lower()).strip() if unit else text


def _term(text: str) -> float:
    """One signed decimal number."""
    if text.lstrip("+-") in ("nan", "inf", "infinity", "∞"):
        raise NumberError("The answer is an ordinary finite number: nan and infinity do not count.")
    text = _with_decimal_point(re.sub(r"(?<=[0-9])_(?=[0-9])", "", text))
    if not _TERM.fullmatch(text):
        raise NumberError("This does not read as a number. Write for example 0.25, 1/4, 25 %, 2e-3 or 1_024.")
    return float(text)


def _with_decimal_point(text: str) -> str:
    """The number with a point for a decimal comma; commas that could mean two things are refused."""
    if "," not in text:
        return text
    if re.fullmatch(r"[+-]?[0-9]{1,3}(,[0-9]{3}){2,}(\.[0-9]*)?|[+-]?[1-9][0-9]{0,2},[0-9]{3}\.[0-9]*", text):
        return text.replace(",", "")
    if re.fullmatch(r"[+-]?[1-9][0-9]{0,2},[0-9]{3}", text):
        plain, point = text.replace(",", ""), text.replace(",", ".")
        raise NumberError(f"A comma before three digits can mean two things: write {plain} or {point}.")
    return text.replace(",", ".", 1)


def _divide(numerator: float, denominator: float = 1.0) -> float:
    if denominator == 0:
        raise NumberError("A fraction cannot have zero below the bar.")
    return numerator / denominator
