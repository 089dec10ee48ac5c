"""The filters of the question list."""

from dataclasses import dataclass

from django.db.models import Count

from exercises.filtering import Filtering, FilterLink
from quiz.bank.items import KINDS
from quiz.bank.models import Difficulty, Question, QuestionQuerySet
from quiz.bank.topics import TOPICS


@dataclass(frozen=True)
class Filters(Filtering):
    choices = {
        "topic": ("Topic", TOPICS),
        "difficulty": ("Difficulty", {value: str(label) for value, label in Difficulty.choices}),
        "kind": ("Answered by", {name: kind.label for name, kind in KINDS.items()}),
        "set": ("Set", {"fifteen": "The classic fifteen"}),
    }

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

    def groups(self) -> list[tuple[str, list[FilterLink]]]:
        """Each filter by its heading, with a link for each choice."""
        per_topic = dict(Question.objects.published().order_by().values_list("topic").annotate(Count("pk")))
        groups = []
        for name, (heading, values) in self.choices.items():
            counts = per_topic if name == "topic" else dict.fromkeys(values)
            shown = {value: label for value, label in values.items() if value in counts}
            links = [self.link(name, value, label, counts[value]) for value, label in shown.items()]
            groups.append((heading, links))
        return groups
