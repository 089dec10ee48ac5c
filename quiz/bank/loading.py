"""Loads the shipped questions from YAML into the database; running it again changes nothing."""

from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from quiz.bank.entries import ContentError, Entry, read_questions
from quiz.bank.items import read_content
from quiz.bank.models import TOPIC_ROOM, Question, State, hash_of
from quiz.bank.topics import topic_position


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


def load_questions(directory: Path) -> Loaded:
    """Brings the questions of all YAML files in the directory into the database; raises ContentError."""
    entries = read_questions(directory)
    with transaction.atomic():
        return _store(entries)


def _store(entries: list[Entry]) -> Loaded:
    result = Loaded()
    known = {question.slug: question for question in Question.objects.all()}
    for number, entry in enumerate(entries):
        position = TOPIC_ROOM * topic_position(entry.topic) + number
        question = known.pop(entry.slug, None)
        if question is not None and not question.shipped:
            result.skipped += (entry.slug,)
            continue
        content_hash = hash_of(entry.model_dump(mode="json"))
        if question is None:
            result.created += 1
            question = Question(slug=entry.slug, shipped=True)
        elif question.content_hash == content_hash:
            result.unchanged += 1
            _place(question, position)
            continue
        else:
            result.updated += 1
        _write(question, entry, content_hash, position)
    result.retired = sum(_take_out(question) for question in known.values())
    return result


def _place(question: Question, position: int) -> None:
    if question.position != position:
        Question.objects.filter(pk=question.pk).update(position=position)


def _write(question: Question, entry: Entry, content_hash: str, position: int) -> None:
    """Brings one question to what its entry says. What an administrator retired stays retired."""
    if not question.content_hash:  # new, or back after it had left the files
        question.state = State.PUBLISHED
    question.title, question.topic, question.difficulty = entry.title, entry.topic, entry.difficulty
    question.catalogue, question.seed, question.explanation = entry.question, entry.seed, entry.explanation
    question.sources, question.exercises, question.tags = list(entry.sources), list(entry.exercises), list(entry.tags)
    question.content_hash, question.position = content_hash, position
    question.save()
    items = [read_content(item) for item in entry.items]
    question.set_items((item.id or f"item-{number}", item.stored()) for number, item in enumerate(items, start=1))
    question.index()


def _take_out(question: Question) -> bool:
    """Retires a shipped question that is no longer in the files; whether that was so."""
    if not question.shipped or not question.content_hash:
        return False
    question.state, question.content_hash = State.RETIRED, ""
    question.save()
    return True


__all__ = ["ContentError", "Loaded", "load_questions"]
