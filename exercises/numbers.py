"""Whole numbers that come from outside: an address, a form."""

from __future__ import annotations

KEYS = 1 << 63  # above every key and seed of a database


def whole(text: object, below: int = KEYS) -> int | None:
    """Return the number that a text is, None unless it is one from 0 to below a bound, in plain digits."""
    if not isinstance(text, str) or not (text.isascii() and text.isdigit()) or len(text) > len(str(below)):
        return None
    number = int(text)
    return number if number < below else None
