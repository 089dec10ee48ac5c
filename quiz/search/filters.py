"""What narrows a search down."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from exercises.filtering import Filtering, FilterLink
from exercises.topics import DIFFICULTIES
from quiz.search.documents import TOPICS, Document
from quiz.search.index import Hit

KINDS = {"question": "Questions", "exercise": "Exercises", "function": "Reference"}
STANDINGS = {"new": "Not tried", "tried": "Tried", "done": "Done"}
VALUES: dict[str, Callable[[Document], str]] = {
    "kind": lambda document: document.what,
    "topic": lambda document: document.topic,
    "difficulty": lambda document: document.difficulty,
}


@dataclass(frozen=True)
class Filters(Filtering):
    choices = {
        "kind": ("Kind", KINDS),
        "topic": ("Topic", TOPICS),
        "difficulty": ("Difficulty", DIFFICULTIES),
        "you": ("You", STANDINGS),
    }

    @property
    def you(self) -> str:
        return self.chosen.get("you", "")

    def fits(self, document: Document, but_for: str = "") -> bool:
        """Whether the document is what all filters want, except perhaps one of them."""
        wanted = ((name, value) for name, value in self.chosen.items() if name in VALUES and name != but_for)
        return all(VALUES[name](document) == value for name, value in wanted)

    def narrow(self, hits: list[Hit]) -> list[Hit]:
        return [hit for hit in hits if self.fits(hit.document)]

    def groups(self, hits: list[Hit]) -> list[tuple[str, list[FilterLink]]]:
        """Each filter by its heading, with a link for each choice that leads to something."""
        found = ((heading, self._links(name, values, hits)) for name, (heading, values) in self.choices.items())
        return [(heading, links) for heading, links in found if links]

    def _links(self, name: str, values: Mapping[str, str], hits: list[Hit]) -> list[FilterLink]:
        if name not in VALUES:  # of the person, who is not asked about all hits only to count them
            return [self.link(name, value, label) for value, label in values.items()]
        counts = Counter(VALUES[name](hit.document) for hit in hits if self.fits(hit.document, name))
        shown = {value: label for value, label in values.items() if counts[value] or self.chosen.get(name) == value}
        return [self.link(name, value, label, counts[value]) for value, label in shown.items()]
