"""Shows where the words that were searched for stand, in text that is already safe HTML."""

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import lru_cache

from django.utils.safestring import SafeString, mark_safe

from exercises.rendering import render_inline
from quiz.search.words import stems

PARTS = re.compile(r"(<math\b.*?</math>|<[^>]*>|&#?\w+;)", re.DOTALL)  # what is no text: formulas, tags, signs
TEXT_WORD = re.compile(r"[^\W_]+")
SENTENCE = re.compile(r"(?<=[.?!:])\s+(?=[A-Z`$])|\n{2,}")
Sentences = list[tuple[str, frozenset[str]]]
FENCE = re.compile(r"```.*?```", re.DOTALL)


@lru_cache(maxsize=16384)
def stems_of(word: str) -> frozenset[str]:
    return frozenset(stems(word))


def marked(text: str, wanted: AbstractSet[str]) -> SafeString:
    """The Markdown as one line of HTML, with the words of these stems marked."""
    return mark_html(render_inline(text), wanted)


def mark_html(html: str, wanted: AbstractSet[str]) -> SafeString:
    """Safe HTML with the words of these stems marked; tags and formulas stay as they are."""
    parts = PARTS.split(html)
    parts[::2] = [TEXT_WORD.sub(lambda found: marked_word(found.group(), wanted), part) for part in parts[::2]]
    return mark_safe("".join(parts))


def marked_word(word: str, wanted: AbstractSet[str]) -> str:
    return f"<mark>{word}</mark>" if stems_of(word) & wanted else word


def sentences(lines: Iterable[str]) -> Sentences:
    """The sentences of these lines, without code, each with the stems of its words."""
    parts = (part for line in lines for part in SENTENCE.split(FENCE.sub("", line)))
    return [(" ".join(part.split()), stems_of(part)) for part in parts if part.strip()]


def best(found: Sentences, wanted: AbstractSet[str]) -> str:
    """The sentence that says most of what was searched for; the first one if none says anything of it."""
    return max(found, key=lambda each: len(each[1] & wanted), default=("", frozenset()))[0]
