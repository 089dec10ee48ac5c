"""The shipped questions as one bank: its items with their places, and all their texts."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from quiz.bank.entries import Entry, read_questions
from quiz.bank.items import Kind, read_content
from quiz.bank.items.bug import Bug
from quiz.bank.items.choice import Choice
from quiz.bank.items.fill import Fill
from quiz.bank.items.free import Free
from quiz.bank.items.matching import Matching
from quiz.bank.items.number import Number
from quiz.bank.items.ordering import Ordering
from quiz.bank.items.predict import Predict

Some = TypeVar("Some", bound=Kind)
CONTENT = Path(__file__).parent / "content"


@dataclass(frozen=True)
class Placed:
    """One item with its place, as question/item."""

    place: str
    content: Kind

    @property
    def own_texts(self) -> list[str]:
        """All its Markdown that people read."""
        item = self.content
        texts = [item.prompt, item.explanation]
        if isinstance(item, Choice):
            texts += [text for option in item.options for text in (option.text, option.why)]
        elif isinstance(item, Matching):
            texts += [text for pair in item.pairs for text in (pair.left, pair.right, pair.why)] + [*item.extra]
        elif isinstance(item, Ordering):
            texts += item.steps
        elif isinstance(item, Free):
            texts += [item.answer, *item.points]
        elif isinstance(item, Fill | Predict | Number):
            texts += [known.why for known in item.wrong]
        elif isinstance(item, Bug) and item.made:
            texts.append(item.made.sentence)
        return texts


@dataclass(frozen=True)
class Bank:
    """All shipped questions."""

    entries: list[Entry]

    @cached_property
    def items(self) -> list[Placed]:
        return [
            Placed(f"{entry.slug}/{content.get('id', number)}", read_content(content))
            for entry in self.entries
            for number, content in enumerate(entry.items, start=1)
        ]

    def of_kind(self, kind: type[Some]) -> list[tuple[str, Some]]:
        return [(item.place, item.content) for item in self.items if isinstance(item.content, kind)]

    def texts(self) -> Iterator[tuple[str, str]]:
        """Each text with its place."""
        for entry in self.entries:
            yield from ((entry.slug, text) for text in (entry.title, entry.explanation, *entry.sources))
        for item in self.items:
            yield from ((item.place, text) for text in item.own_texts if text)


def read_bank(directory: Path = CONTENT) -> Bank:
    """The questions of a directory; raises ContentError with all that is wrong in it."""
    return Bank(read_questions(directory))
