"""Filters of a list as links: each choice is one, so a filtered list can be shared and needs no script."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Self

from django.http import QueryDict

LONGEST_SEARCH = 100
Choices = Mapping[str, tuple[str, Mapping[str, str]]]  # name in the address -> heading, and label by value


def searched_words(query: QueryDict) -> str:
    return query.get("q", "").replace("\x00", "").strip()[:LONGEST_SEARCH]


@dataclass(frozen=True)
class FilterLink:
    label: str
    query: str
    active: bool
    count: int | None = None


@dataclass(frozen=True)
class Filtering:
    """What the address asks for; what it does not know it leaves out."""

    choices: ClassVar[Choices]

    chosen: dict[str, str]
    words: str

    @classmethod
    def read(cls, query: QueryDict) -> Self:
        known = {name: query.get(name, "") for name in cls.choices}
        chosen = {name: value for name, value in known.items() if value in cls.choices[name][1]}
        return cls(chosen, searched_words(query))

    def query(self, **changes: str) -> str:
        """The query string of this list with some filters changed; an empty value takes one away."""
        query = QueryDict(mutable=True)
        for name, value in ({"q": self.words} | self.chosen | changes).items():
            if value:
                query[name] = value
        return f"?{query.urlencode()}"

    def link(self, name: str, value: str, label: str, count: int | None = None) -> FilterLink:
        """The link of a choice; the active one's takes it away again."""
        active = self.chosen.get(name) == value
        return FilterLink(label, self.query(**{name: "" if active else value}), active, count)

    @property
    def any(self) -> bool:
        return bool(self.chosen or self.words)
