"""What narrows a search down. Each choice is a link, so a narrowed search can be shared and needs no script."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Self

from django.http import QueryDict

from exercises.topics import DIFFICULTIES
from quiz.bank.filters import LONGEST_SEARCH, FilterLink
from quiz.search.documents import TOPICS, Document
from quiz.search.index import Hit

KINDS = {"question": "Questions", "exercise": "Exercises", "function": "Reference"}
STANDINGS = {"new": "Not tried", "tried": "Tried", "done": "Done"}
CHOICES: dict[str, tuple[str, Mapping[str, str]]] = {
    "kind": ("Kind", KINDS),
    "topic": ("Topic", TOPICS),
    "difficulty": ("Difficulty", DIFFICULTIES),
    "you": ("You", STANDINGS),
}
VALUES: dict[str, Callable[[Document], str]] = {
    "kind": lambda document: document.what,
    "topic": lambda document: document.topic,
    "difficulty": lambda document: document.difficulty,
}


@dataclass(frozen=True)
class Filters:
    """What the address asks for; what it does not know it leaves out."""

    words: str
    chosen: dict[str, str]

    @classmethod
    def read(cls, query: QueryDict) -> Self:
        known = {name: query.get(name, "") for name in CHOICES}
        chosen = {name: value for name, value in known.items() if value in CHOICES[name][1]}
        return cls(query.get("q", "").replace("\x00", "").strip()[:LONGEST_SEARCH], chosen)

    @property
    def you(self) -> str:
        return self.chosen.get("you", "")

    def fits(self, document: Document, but_for: str = "") -> bool:
        """Whether the document is what all filters want, except perhaps one of them."""
        wanted = ((name, value) for name, value in self.chosen.items() if name in VALUES and name != but_for)
        return all(VALUES[name](document) == value for name, value in wanted)

    def narrow(self, hits: list[Hit]) -> list[Hit]:
        return [hit for hit in hits if self.fits(hit.document)]

    def query(self, **changes: str) -> str:
        """The query string of this search with some filters changed; an empty value takes one away."""
        query = QueryDict(mutable=True)
        for name, value in ({"q": self.words} | self.chosen | changes).items():
            if value:
                query[name] = value
        return f"?{query.urlencode()}"

    def groups(self, hits: list[Hit]) -> list[tuple[str, list[FilterLink]]]:
        """Each filter by its heading, with a link for each choice that leads to something."""
        found = ((heading, self._links(name, values, hits)) for name, (heading, values) in CHOICES.items())
        return [(heading, links) for heading, links in found if links]

    def _links(self, name: str, values: Mapping[str, str], hits: list[Hit]) -> list[FilterLink]:
        if name not in VALUES:  # of the person, who is not asked about all hits only to count them
            return [self._link(name, value, label) for value, label in values.items()]
        counts = Counter(VALUES[name](hit.document) for hit in hits if self.fits(hit.document, name))
        shown = {value: label for value, label in values.items() if counts[value] or self.chosen.get(name) == value}
        return [self._link(name, value, label, counts[value]) for value, label in shown.items()]

    def _link(self, name: str, value: str, label: str, count: int | None = None) -> FilterLink:
        active = self.chosen.get(name) == value
        return FilterLink(label, self.query(**{name: "" if active else value}), active, count)
