"""The filters of the question list. Each choice is a link, so a filtered list can be shared and needs no script."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from django.db.models import Count
from django.http import QueryDict

from quiz.bank.items import KINDS
from quiz.bank.models import Difficulty, Question, QuestionQuerySet
from quiz.bank.topics import TOPICS

LONGEST_SEARCH = 100
CHOICES: dict[str, tuple[str, Mapping[str, str]]] = {
    "topic": ("Topic", TOPICS),
    "difficulty": ("Difficulty", {value: str(label) for value, label in Difficulty.choices}),
    "kind": ("Answered by", {name: kind.label for name, kind in KINDS.items()}),
    "set": ("Set", {"fifteen": "The classic fifteen"}),
}


@dataclass(frozen=True)
class FilterLink:
    label: str
    query: str
    active: bool
    count: int | None = None


@dataclass(frozen=True)
class Filters:
    """What the address asks for; what it does not know it leaves out."""

    chosen: dict[str, str]
    words: str

    @classmethod
    def read(cls, query: QueryDict) -> Self:
        known = {name: query.get(name, "") for name in CHOICES}
        chosen = {name: value for name, value in known.items() if value in CHOICES[name][1]}
        return cls(chosen, query.get("q", "").replace("\x00", "").strip()[:LONGEST_SEARCH])

    def questions(self) -> QuestionQuerySet:
        """The published questions that fit."""
        found = Question.objects.published().matching(self.words)
        if topic := self.chosen.get("topic"):
            found = found.filter(topic=topic)
        if difficulty := self.chosen.get("difficulty"):
            found = found.filter(difficulty=difficulty)
        if kind := self.chosen.get("kind"):
            found = found.filter(items__kind=kind, items__live=True).distinct()
        if self.chosen.get("set"):
            found = found.filter(seed__isnull=False)
        return found

    def query(self, **changes: str) -> str:
        """The query string of this list with some filters changed; an empty value takes one away."""
        query = QueryDict(mutable=True)
        for name, value in ({"q": self.words} | self.chosen | changes).items():
            if value:
                query[name] = value
        return f"?{query.urlencode()}"

    def groups(self) -> list[tuple[str, list[FilterLink]]]:
        """Each filter by its heading, with a link for each choice; the active one's link takes it away again."""
        per_topic = dict(Question.objects.published().order_by().values_list("topic").annotate(Count("pk")))
        groups = []
        for name, (heading, values) in CHOICES.items():
            links = []
            for value, label in values.items():
                count = per_topic.get(value, 0) if name == "topic" else None
                active = self.chosen.get(name) == value
                if count != 0:
                    links.append(FilterLink(label, self.query(**{name: "" if active else value}), active, count))
            groups.append((heading, links))
        return groups

    @property
    def any(self) -> bool:
        return bool(self.chosen or self.words)
