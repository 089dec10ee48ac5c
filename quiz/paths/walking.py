"""How far a person has come on a learning path."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from django.contrib.auth.models import AnonymousUser

from exercises.models import Exercise
from exercises.progress import Standing, standings
from exercises.topics import FRAMEWORKS
from quiz.bank.models import Question
from quiz.bank.progress import Progress, progress_of
from quiz.paths.entries import Kind, LearningPath, Stage, Step
from quiz.people.models import User

WORDS: dict[Progress, str] = {"new": "new", "tried": "begun", "done": "done"}


@dataclass(frozen=True)
class Place:
    """A step as one person finds it."""

    kind: Kind
    thing: Exercise | Question
    state: Progress
    standing: list[Standing] = field(default_factory=list)

    @property
    def done(self) -> bool:
        return self.state == "done"

    @property
    def title(self) -> str:
        return self.thing.title

    @property
    def difficulty(self) -> str:
        return self.thing.difficulty

    @property
    def address(self) -> str:
        return self.thing.get_absolute_url()

    @property
    def word(self) -> str:
        return WORDS[self.state]


@dataclass(frozen=True)
class Leg:
    """A stage with its places."""

    stage: Stage
    places: list[Place]

    @property
    def done(self) -> int:
        return sum(place.done for place in self.places)


@dataclass(frozen=True)
class Walk:
    """A path as one person has walked it so far."""

    path: LearningPath
    legs: list[Leg]

    @cached_property
    def places(self) -> list[Place]:
        return [place for leg in self.legs for place in leg.places]

    @property
    def total(self) -> int:
        return len(self.places)

    @property
    def done(self) -> int:
        return sum(leg.done for leg in self.legs)

    @property
    def exercises(self) -> int:
        return sum(place.kind == "exercise" for place in self.places)

    @property
    def questions(self) -> int:
        return self.total - self.exercises

    @property
    def begun(self) -> bool:
        return any(place.state != "new" for place in self.places)

    @cached_property
    def next(self) -> Place | None:
        """The first place that is not done."""
        return next((place for place in self.places if not place.done), None)

    @property
    def frameworks(self) -> list[tuple[str, int, int]]:
        """By framework: its name, how many of the path's exercises are solved in it, and how many there are."""
        standing = [each for place in self.places for each in place.standing]
        solved = Counter(each.framework for each in standing if each.state == "solved")
        of = Counter(each.framework for each in standing)
        return [(name, solved[framework], of[framework]) for framework, name in FRAMEWORKS.items() if of[framework]]


def walks(user: User | AnonymousUser, paths: list[LearningPath]) -> list[Walk]:
    """Each path with the person's progress; what is not published is left out."""
    steps = [step for path in paths for step in path.steps]
    places = exercise_places(user, slugs(steps, "exercise")) | question_places(user, slugs(steps, "question"))
    return [Walk(path, [leg for stage in path.stages if (leg := make_leg(stage, places)).places]) for path in paths]


def make_leg(stage: Stage, places: dict[Step, Place]) -> Leg:
    return Leg(stage, [places[step] for step in stage.steps if step in places])


def slugs(steps: Iterable[Step], kind: Kind) -> set[str]:
    return {step.slug for step in steps if step.kind == kind}


def exercise_places(user: User | AnonymousUser, wanted: set[str]) -> dict[Step, Place]:
    exercises = list(
        Exercise.objects.published().filter(slug__in=wanted).only("slug", "title", "difficulty", "frameworks")
    )
    standing = standings(user, exercises)
    return {Step(exercise=each.slug): exercise_place(each, standing[each.pk]) for each in exercises}


def exercise_place(exercise: Exercise, standing: list[Standing]) -> Place:
    """An exercise is done when it is solved in one framework."""
    states = {each.state for each in standing}
    state: Progress = "done" if "solved" in states else "tried" if "tried" in states else "new"
    return Place("exercise", exercise, state, standing)


def question_places(user: User | AnonymousUser, wanted: set[str]) -> dict[Step, Place]:
    questions = list(Question.objects.published().filter(slug__in=wanted).only("slug", "title", "difficulty"))
    progress = progress_of(user, [each.pk for each in questions])
    return {Step(question=each.slug): Place("question", each, progress.get(each.pk, "new")) for each in questions}
