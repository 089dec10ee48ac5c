"""What lies on the desk of a framework: the draft or the starter, the names to complete, what was submitted."""

import ast
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from exercises.devices import devices_for
from exercises.models import AnyUser, Device, Draft, Exercise, Submission

RECENT = 5
MOST_COMPARED = 40


@dataclass(frozen=True)
class Desk:
    framework: str
    starter: str
    source: str
    names: list[str]
    saved: Draft | None
    submissions: list[Submission]
    devices: list[Device]
    device: str

    @property
    def is_untouched(self) -> bool:
        """Whether there is nothing of the person's own."""
        return self.saved is None or self.saved.source == self.starter

    @property
    def recent(self) -> list[Submission]:
        return self.submissions[:RECENT]

    @property
    def more_recent(self) -> bool:
        return len(self.submissions) > RECENT


def desks(user: AnyUser, exercise: Exercise, frameworks: Sequence[str]) -> list[Desk]:
    """One for each of the frameworks, with two queries for all of them."""
    folder = exercise.folder
    drafts = {draft.framework: draft for draft in Draft.objects.of(user).filter(exercise=exercise)}
    recorded = Submission.objects.of(user).recorded().filter(exercise=exercise, framework__in=frameworks)
    submissions = list(recorded.select_related("exercise").defer("report", "source")[:MOST_COMPARED])
    made = []
    for framework in frameworks:
        starter, saved = folder.starter(framework), drafts.get(framework)
        made.append(
            Desk(
                framework=framework,
                starter=starter,
                source=saved.source if saved else starter,
                names=names_in(starter, *folder.facts.entry),
                saved=saved,
                submissions=[each for each in submissions if each.framework == framework],
                devices=devices_for(exercise, framework),
                device=saved.device if saved else Device.CPU,
            )
        )
    return made


@lru_cache(maxsize=512)
def names_in(starter: str, *entry: str) -> list[str]:
    """The functions that are asked for and the arguments that the starter gives them."""
    return list(dict.fromkeys((*entry, *arguments_in(starter))))


def arguments_in(source: str) -> Iterable[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        if isinstance(node, ast.arg) and node.arg != "self":
            yield node.arg
