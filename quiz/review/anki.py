"""What a person has seen or missed as a package for Anki. The one place that knows the `genanki` library.

Notes keep their ids from one export to the next, so importing a newer package updates what is there.
"""

import hashlib
import io
import itertools
import json
import re
import sqlite3
import time
import zipfile
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import escape
from typing import Any

import genanki

from exercises.helping import Helping
from exercises.rendering import clean, markdown_renderer
from exercises.topics import TOPICS as EXERCISE_TOPICS
from quiz.bank.models import Answer, Item
from quiz.bank.topics import TOPICS
from quiz.people.models import User
from quiz.review.models import Card, Kind
from quiz.review.notes import Note, note_of_exercise, note_of_item, note_of_mistake

MODEL_ID = 1_607_392_319
OWN_COMMANDS = {
    "bm": r"\boldsymbol",
    "argmax": r"\operatorname*{arg\,max}",
    "argmin": r"\operatorname*{arg\,min}",
    "R": r"\mathbb{R}",
    "E": r"\mathbb{E}",
}
OWN_COMMAND = re.compile(rf"\\({'|'.join(OWN_COMMANDS)})(?![A-Za-z])")
STYLE = """
.card { font: 18px/1.5 system-ui, sans-serif; max-width: 42rem; margin: 0 auto; padding: 0 1rem; text-align: left; }
.card pre { font-size: 14px; overflow-x: auto; padding: .75rem; border: 1px solid #8886; border-radius: 6px; }
.card table { border-collapse: collapse; } .card td, .card th { border: 1px solid #8886; padding: .2rem .5rem; }
.sources { font-size: 14px; opacity: .8; }
"""
MODEL = genanki.Model(
    MODEL_ID,
    "Backpass",
    fields=[{"name": name} for name in ("Front", "Back", "Sources", "Key")],
    templates=[
        {
            "name": "Recall",
            "qfmt": "{{Front}}",
            "afmt": "{{FrontSide}}<hr id=answer>{{Back}}{{#Sources}}<div class=sources>{{Sources}}</div>{{/Sources}}",
        }
    ],
    css=STYLE,
)


def mathjax(tex: str, options: dict[str, Any]) -> str:
    """The formula as Anki reads it, with the commands that only we know written out."""
    known = OWN_COMMAND.sub(lambda match: OWN_COMMANDS[match[1]], tex.strip())
    return rf"\[{escape(known)}\]" if options["display_mode"] else rf"\({escape(known)}\)"


markdown = markdown_renderer(mathjax)


@lru_cache(maxsize=4096)
def html(text: str) -> str:
    return str(clean(markdown.render(text)))


def package_of(user: User, *, missed: bool) -> bytes | None:
    """The package's bytes; None if there is nothing to put into it."""
    decks: dict[str, genanki.Deck] = {}
    for note in notes_of(user, missed=missed):
        name = f"Backpass::{(EXERCISE_TOPICS | TOPICS).get(note.topic, note.topic)}"
        decks.setdefault(name, genanki.Deck(number_of(name), name)).add_note(anki_note(note))
    return written(decks.values()) if decks else None


def notes_of(user: User, *, missed: bool) -> Iterator[Note]:
    """First the items that were answered, then the exercises and the mistakes of the person's cards."""
    for item, was_missed in answered_items(user):
        if was_missed or not missed:
            note = note_of_item(item)
            note.tags.extend(["missed"] if was_missed else [])
            yield note
    cards = Card.objects.filter(user=user).exclude(kind=Kind.QUESTION).select_related("exercise__version", "user")
    for card in cards.order_by("pk"):
        assert card.exercise is not None
        if card.kind == Kind.MISTAKE:
            yield note_of_mistake(card)
        elif not missed and card.exercise.version and Helping.read(user, card.exercise).editorial:
            yield note_of_exercise(card.exercise)


def answered_items(user: User) -> Iterator[tuple[Item, bool]]:
    """Each item that the person answered, in its newest version, and whether they ever missed it."""
    missed: dict[Any, bool] = {}
    for answer in Answer.objects.filter(user=user).select_related("item").order_by("pk"):
        missed[answer.item.key] = missed.get(answer.item.key, False) or answer.was_missed
    newest = Item.objects.filter(key__in=missed).select_related("question").order_by("live", "pk")
    for item in {item.key: item for item in newest}.values():
        yield item, missed[item.key]


def number_of(text: str) -> int:
    """A number for Anki that is always the same for the same text."""
    return int(hashlib.sha256(text.encode()).hexdigest()[:12], 16)


def anki_note(note: Note) -> genanki.Note:
    sources = html("Sources\n\n" + "\n".join(f"- {source}" for source in note.sources)) if note.sources else ""
    fields = [html(note.front), html(note.back), sources, note.key]
    return genanki.Note(MODEL, fields, guid=genanki.guid_for("backpass", note.key), tags=note.tags)


def written(decks: Iterable[genanki.Deck]) -> bytes:
    """The package as genanki writes it, without its files on the disk."""
    now = time.time()
    collection = sqlite3.connect(":memory:")
    genanki.Package(list(decks)).write_to_db(collection.cursor(), now, itertools.count(int(now * 1000)))
    collection.commit()
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("collection.anki2", collection.serialize())
        package.writestr("media", json.dumps({}))
    collection.close()
    return target.getvalue()
