"""Shows where the words that were searched for stand, in text that is already safe HTML."""

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from django.utils.safestring import SafeString, mark_safe

from exercises.rendering import render_inline
from quiz.search.words import split, stem

PARTS = re.compile(r"(<math\b.*?</math>|<[^>]*>|&#?\w+;)", re.DOTALL)  # what is no text: formulas, tags, signs
TEXT_WORD = re.compile(r"[^\W_]+")
SENTENCE = re.compile(r"(?<=[.?!:])\s+(?=[A-Z`$])|\n{2,}")
FENCE = re.compile(r"```.*?```", re.DOTALL)


def is_meant(word: str, stems: AbstractSet[str]) -> bool:
    return any(stem(each) in stems for each in split(word))


def marked(text: str, stems: AbstractSet[str]) -> SafeString:
    """The Markdown as one line of HTML, with the words of these stems marked."""
    return mark_html(render_inline(text), stems)


def mark_html(html: str, stems: AbstractSet[str]) -> SafeString:
    """Safe HTML with the words of these stems marked; tags and formulas stay as they are."""
    parts = PARTS.split(html)
    parts[::2] = [TEXT_WORD.sub(lambda found: marked_word(found.group(), stems), part) for part in parts[::2]]
    return mark_safe("".join(parts))


def marked_word(word: str, stems: AbstractSet[str]) -> str:
    return f"<mark>{word}</mark>" if is_meant(word, stems) else word


def best_line(lines: Iterable[str], stems: AbstractSet[str]) -> str:
    """The sentence that says most of what was searched for; the first one if none says anything of it."""
    parts = (part for line in lines for part in SENTENCE.split(FENCE.sub("", line)))
    sentences = (" ".join(part.split()) for part in parts if part.strip())
    return max(sentences, key=lambda each: len(stems & {stem(word) for word in split(each)}), default="")
