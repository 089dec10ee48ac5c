"""Cards as the two sides of notes, in Markdown: for programs that know nothing of our pages."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from exercises.models import Exercise
from quiz.bank.items import UNKNOWN
from quiz.bank.models import Item
from quiz.bank.presenting import SEEDS
from quiz.review.asking import code_of_mistake
from quiz.review.models import Card


@dataclass(frozen=True)
class Note:
    """One note. Its key stays the same however its text changes, so that importing it again replaces it."""

    key: str
    topic: str
    front: str
    back: str
    sources: tuple[str, ...] = ()
    tags: list[str] = field(default_factory=list)


def note_of_item(item: Item) -> Note:
    """The item in a variant that stays the same, its answer, and why."""
    question = item.question
    seed = int(item.key.hex[:8], 16) % SEEDS
    content = item.content
    front, answer = SIDES[item.kind](item, seed)
    explained = content.explained(seed)
    return Note(
        key=f"item-{item.key.hex}",
        topic=question.topic,
        front=paragraphs(content.question(seed), front),
        back=paragraphs(answer, explained, question.explanation if question.explanation != explained else ""),
        sources=tuple(question.sources),
        tags=[question.topic, question.difficulty, item.kind],
    )


def note_of_exercise(exercise: Exercise) -> Note:
    """What to write, and how it goes."""
    starter = exercise.folder.starter(exercise.frameworks[0])
    return Note(
        key=f"exercise-{exercise.slug}",
        topic=exercise.topic,
        front=paragraphs(f"Write it from memory: **{exercise.title}**", exercise.summary, fenced(starter)),
        back=exercise.folder.editorial,
        sources=tuple(exercise.folder.facts.sources),
        tags=[exercise.topic, exercise.difficulty, "exercise"],
    )


def note_of_mistake(card: Card) -> Note:
    """Code that makes a mistake that this person has made, and the mistake."""
    exercise = card.exercise
    assert exercise is not None
    code = code_of_mistake(card)
    asked = "What is wrong with this code?" if code else "Which mistake did you make here, and what is right?"
    return Note(
        key=f"mistake-{exercise.slug}-{card.mistake}",
        topic=exercise.topic,
        front=paragraphs(f"**{exercise.title}**: {asked}", fenced(code) if code else exercise.summary),
        back=card.sentence,
        tags=[exercise.topic, "mistake", "missed"],
    )


def paragraphs(*texts: str) -> str:
    return "\n\n".join(text for text in texts if text)


def fenced(code: str) -> str:
    return f"```python\n{code.strip()}\n```"


def bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def numbered(lines: Iterable[str]) -> str:
    return "\n".join(f"{number}. {line}" for number, line in enumerate(lines, start=1))


def revealed(item: Item, seed: int) -> dict[str, Any]:
    return dict(item.content.shown(seed, UNKNOWN, revealed=True))


def choice_sides(item: Item, seed: int) -> tuple[str, str]:
    options = revealed(item, seed)["options"]
    right = bullets(f"**{option.text}**{reason(option.why)}" for option in options if option.correct)
    wrong = bullets(f"{option.text}{reason(option.why)}" for option in options if not option.correct)
    return numbered(option.text for option in options), paragraphs(right, f"Not right:\n\n{wrong}" if wrong else "")


def reason(why: str) -> str:
    return f" – {why}" if why else ""


def number_sides(item: Item, seed: int) -> tuple[str, str]:
    shown = revealed(item, seed)
    return "", f"**{shown['answer']}{' ' + shown['unit'] if shown['unit'] else ''}**"


def ordering_sides(item: Item, seed: int) -> tuple[str, str]:
    mixed = item.content.shown(seed, {}, revealed=False)["rows"]
    return bullets(row.text for row in mixed), numbered(revealed(item, seed)["steps"])


def matching_sides(item: Item, seed: int) -> tuple[str, str]:
    shown = revealed(item, seed)
    asked = [bullets(row.text for row in shown["rows"]), "to match with", bullets(p.text for p in shown["partners"])]
    return paragraphs(*asked), bullets(f"{row.text} – **{row.right}**{reason(row.why)}" for row in shown["rows"])


def fill_sides(item: Item, seed: int) -> tuple[str, str]:
    return "", f"`{revealed(item, seed)['answer']}`"


def predict_sides(item: Item, seed: int) -> tuple[str, str]:
    shown = revealed(item, seed)
    return fenced(shown["code"]), f"It prints\n\n```text\n{shown['output']}\n```"


def bug_sides(item: Item, seed: int) -> tuple[str, str]:
    made = item.body.get("made") or {"code": "", "places": []}
    lines = made["code"].split("\n")
    wrong = [f"Line {number}: `{lines[number - 1].strip()}`" for number in made["places"]]
    return fenced(made["code"]), bullets(wrong)


def free_sides(item: Item, seed: int) -> tuple[str, str]:
    shown = revealed(item, seed)
    return "", paragraphs(shown["answer"], bullets(point for _, point, _ in shown["points"]))


SIDES: dict[str, Callable[[Item, int], tuple[str, str]]] = {
    "single": choice_sides,
    "multiple": choice_sides,
    "numeric": number_sides,
    "ordering": ordering_sides,
    "matching": matching_sides,
    "fill": fill_sides,
    "predict": predict_sides,
    "bug": bug_sides,
    "free": free_sides,
}
