"""Loads the shipped exercises from their folders into the database; running it again changes nothing."""

from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from exercises.folder import Folder, read_folders
from exercises.models import Exercise, ExerciseVersion
from exercises.topics import DIFFICULTIES, TOPICS

TOPIC_ROOM = 1000
DIFFICULTY_ROOM = 300


@dataclass
class Loaded:
    """What loading did."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    retired: int = 0
    skipped: tuple[str, ...] = ()

    def __str__(self) -> str:
        counts = f"{self.created} new, {self.updated} changed, {self.unchanged} as before, {self.retired} retired"
        taken = f"; left out, because an author here uses their names: {', '.join(self.skipped)}"
        return counts + (taken if self.skipped else "")


def load_exercises(directory: Path) -> Loaded:
    """Bring the exercises of the directory into the database; raises FolderError.

    What is no longer there is taken out of the list; its versions and submissions stay.
    """
    folders = read_folders(directory)
    with transaction.atomic():
        return store_all(folders)


def store_all(folders: list[Folder]) -> Loaded:
    result = Loaded()
    known = {exercise.slug: exercise for exercise in Exercise.objects.select_related("version")}
    for number, folder in enumerate(sorted(folders, key=lambda each: (not each.facts.seed, each.slug))):
        exercise = known.pop(folder.slug, None) or Exercise(slug=folder.slug)
        if not exercise.shipped:
            result.skipped += (folder.slug,)
            continue
        is_new = exercise.pk is None
        as_before = exercise.version is not None and exercise.version.content_hash == folder.content_hash
        store(exercise, folder, number)
        result.created += is_new
        result.unchanged += as_before
        result.updated += not (is_new or as_before)
    gone = [exercise.pk for exercise in known.values() if exercise.shipped and exercise.published]
    result.retired = Exercise.objects.filter(pk__in=gone).update(published=False)
    return result


def store(exercise: Exercise, folder: Folder, number: int = 0) -> None:
    """Make the folder the exercise's current version."""
    facts = folder.facts
    exercise.title, exercise.topic, exercise.difficulty = facts.title, facts.topic, facts.difficulty
    exercise.summary, exercise.frameworks, exercise.seed = facts.summary, list(facts.frameworks), facts.seed
    exercise.search_text = " ".join((folder.slug, facts.title, facts.summary, *facts.entry, TOPICS[facts.topic]))
    exercise.position = (
        TOPIC_ROOM * list(TOPICS).index(facts.topic)
        + DIFFICULTY_ROOM * list(DIFFICULTIES).index(facts.difficulty)
        + number
    )
    exercise.published = True
    if exercise.pk is None:
        exercise.save()
    exercise.version, _ = ExerciseVersion.objects.get_or_create(
        exercise=exercise, content_hash=folder.content_hash, defaults={"files": folder.files}
    )
    exercise.save()
