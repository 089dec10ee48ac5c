"""Code and printed output as tokens, so that spaces, line ends and commas make no difference."""

import re
from decimal import Decimal, InvalidOperation
from itertools import zip_longest

_TOKEN = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|[^\W\d]\w*|\S")
_CODE = re.compile(r"(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|[^\W\d]\w*|\S")
_QUOTES = str.maketrans({"'": '"', "‘": '"', "’": '"', "“": '"', "”": '"'})
FEW_DIGITS = 3  # a number printed with fewer of them is taken as exact


def tokens_of(code: str) -> list[str]:
    """The tokens of a piece of code, numbers and quotes each in one form."""
    return [_number_or(token) for token in _CODE.findall(code.translate(_QUOTES))]


def _number_or(token: str) -> str:
    number = _number(token)
    return token if number is None else str(number.normalize())


def same_output(given: str, printed: str) -> bool:
    """Whether this is what was printed: token by token, numbers to the precision in which they were printed."""
    pairs = zip_longest(_printed_tokens(given), _printed_tokens(printed), fillvalue="")
    return all(_same(token, wanted) for token, wanted in pairs)


def _printed_tokens(text: str) -> list[str]:
    return [token for token in _TOKEN.findall(text.translate(_QUOTES)) if token not in (",", ";")]


def _same(token: str, wanted: str) -> bool:
    number, printed = _number(token), _number(wanted)
    if number is None or printed is None:
        return token.casefold() == wanted.casefold()
    _, digits, exponent = printed.as_tuple()
    exact = len(digits) < FEW_DIGITS or "." not in wanted or not isinstance(exponent, int)
    return number == printed if exact else abs(number - printed) <= Decimal(5).scaleb(int(exponent) - 1)


def _number(token: str) -> Decimal | None:
    if not any(character.isdigit() for character in token):
        return None
    try:
        return Decimal(token)
    except InvalidOperation:
        return None
