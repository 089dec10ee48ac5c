"""The filters of the exercise list. Each choice is a link, so a filtered list can be shared and needs no script."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from django.db.models import Count
from django.http import QueryDict

from exercises.models import AnyUser, Exercise
from exercises.progress import STATES, Standing, standings, state_of
from exercises.topics import DIFFICULTIES, FRAMEWORKS, TOPICS

LONGEST_SEARCH = 100
CHOICES: dict[str, tuple[str, Mapping[str, str]]] = {
    "topic": ("Topic", TOPICS),
    "difficulty": ("Difficulty", DIFFICULTIES),
    "framework": ("Framework", FRAMEWORKS),
    "state": ("You", STATES),
}


@dataclass(frozen=True)
class FilterLink:
    label: str
    query: str
    active: bool


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

    def rows(self, user: AnyUser) -> list[tuple[Exercise, list[Standing]]]:
        """The published exercises that fit, each with the person's standing."""
        fields = {name: self.chosen[name] for name in ("topic", "difficulty") if name in self.chosen}
        found = Exercise.objects.published().matching(self.words).filter(**fields)
        framework = self.chosen.get("framework")
        exercises = [exercise for exercise in found if framework in (None, *exercise.frameworks)]
        standing = standings(user, exercises)
        return [(exercise, standing[exercise.pk]) for exercise in exercises if self.fits(standing[exercise.pk])]

    def fits(self, standing: list[Standing]) -> bool:
        state, framework = self.chosen.get("state"), self.chosen.get("framework")
        asked = [each for each in standing if framework in (None, each.framework)]
        return state is None or state_of(asked) == state

    def query(self, **changes: str) -> str:
        """The query string of this list with some filters changed; an empty value takes one away."""
        query = QueryDict(mutable=True)
        for name, value in ({"q": self.words} | self.chosen | changes).items():
            if value:
                query[name] = value
        return f"?{query.urlencode()}"

    def groups(self) -> list[tuple[str, list[FilterLink]]]:
        """Each filter by its heading, with a link for each choice; the active one's link takes it away again."""
        per_topic = dict(Exercise.objects.published().order_by().values_list("topic").annotate(Count("pk")))
        groups = []
        for name, (heading, values) in CHOICES.items():
            shown = [value for value in values if name != "topic" or value in per_topic]
            groups.append((heading, [self.link(name, value, values[value]) for value in shown]))
        return groups

    def link(self, name: str, value: str, label: str) -> FilterLink:
        active = self.chosen.get(name) == value
        return FilterLink(label, self.query(**{name: "" if active else value}), active)

    @property
    def any(self) -> bool:
        return bool(self.chosen or self.words)
