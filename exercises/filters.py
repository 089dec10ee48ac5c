"""The filters of the exercise list."""

from dataclasses import dataclass

from django.db.models import Count

from exercises.filtering import Filtering, FilterLink
from exercises.models import AnyUser, Exercise
from exercises.progress import STATES, Standing, standings, state_of
from exercises.topics import DIFFICULTIES, FRAMEWORKS, TOPICS


@dataclass(frozen=True)
class Filters(Filtering):
    choices = {
        "topic": ("Topic", TOPICS),
        "difficulty": ("Difficulty", DIFFICULTIES),
        "framework": ("Framework", FRAMEWORKS),
        "state": ("You", STATES),
    }

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

    def groups(self) -> list[tuple[str, list[FilterLink]]]:
        """Each filter by its heading, with a link for each choice."""
        per_topic = dict(Exercise.objects.published().order_by().values_list("topic").annotate(Count("pk")))
        groups = []
        for name, (heading, values) in self.choices.items():
            shown = [value for value in values if name != "topic" or value in per_topic]
            groups.append((heading, [self.link(name, value, values[value]) for value in shown]))
        return groups
