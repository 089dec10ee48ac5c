"""What can be found: published questions, published exercises, and the functions of the reference."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from django.db.models.fields.json import KT, KeyTextTransform
from django.urls import reverse

from exercises.models import Exercise
from exercises.reference.functions import functions
from exercises.topics import TOPICS as EXERCISE_TOPICS
from quiz.bank.models import Item, Question
from quiz.bank.topics import TOPICS as QUESTION_TOPICS
from quiz.search.marking import Sentences, sentences

What = Literal["question", "exercise", "function"]
TOPICS = QUESTION_TOPICS | EXERCISE_TOPICS
TOPIC_OF_MODULE = {
    "normalization": "normalisation",
    "optimizers": "optimisation",
    "regularization": "regularisation",
    "dropout": "regularisation",
    "initialization": "initialisation",
    "backprop": "backpropagation",
    "pooling": "convolution",
    "metrics": "evaluation",
}


@dataclass(frozen=True, eq=False)
class Document:
    """One thing to find. `fields` are its words by where they stand; of them only title and lines are ever shown."""

    what: What
    key: int | str
    title: str
    address: str
    fields: dict[str, str]
    lines: tuple[str, ...] = ()
    topic: str = ""
    difficulty: str = ""

    @property
    def topic_name(self) -> str:
        return TOPICS.get(self.topic, "")

    @cached_property
    def sentences(self) -> Sentences:
        """What may be shown of it, beside the title."""
        return sentences(self.lines)

    @property
    def is_code(self) -> bool:
        return self.what == "function"


def all_documents() -> list[Document]:
    """Everything that can be found now, in the order in which it is learned."""
    return [*questions(), *exercises(), *reference()]


def questions() -> Iterator[Document]:
    """The published questions. Answers are never among the lines that are shown: of an item only its prompt is."""
    prompts: dict[int, list[str]] = defaultdict(list)
    live = Item.objects.filter(live=True).order_by("position").annotate(prompt=KT("body__prompt"))
    for key, prompt in live.values_list("question_id", "prompt"):
        if prompt:
            prompts[key].append(prompt)
    for question in Question.objects.published():
        lines = tuple(prompts[question.pk])
        yield Document(
            what="question",
            key=question.pk,
            title=question.title,
            address=question.get_absolute_url(),
            topic=question.topic,
            difficulty=question.difficulty,
            lines=lines,
            fields={
                "title": question.title,
                "name": joined([question.catalogue, question.topic_name, *question.tags]),
                "line": joined(lines),
                "text": question.search_text,
                "more": joined([question.explanation, *question.sources]),
            },
        )


def exercises() -> Iterator[Document]:
    published = Exercise.objects.published().annotate(statement=KeyTextTransform("statement.md", "version__files"))
    for exercise in published:
        yield Document(
            what="exercise",
            key=exercise.pk,
            title=exercise.title,
            address=exercise.get_absolute_url(),
            topic=exercise.topic,
            difficulty=exercise.difficulty,
            lines=(exercise.summary,),
            fields={
                "title": exercise.title,
                "name": exercise.search_text,
                "line": exercise.summary,
                "text": exercise.statement or "",  # type: ignore[attr-defined]  # annotated above
            },
        )


def reference() -> Iterator[Document]:
    for function in functions().values():
        doc = function.doc
        topic = TOPIC_OF_MODULE.get(function.module, function.module)
        yield Document(
            what="function",
            key=function.name,
            title=function.name,
            address=reverse("exercises:function", args=[function.name]),
            topic=topic if topic in TOPICS else "",
            lines=(doc.summary,),
            fields={
                "title": function.name,
                "line": doc.summary,
                "text": joined([function.module, function.heading]),
                "more": joined([doc.note, doc.source]),
            },
        )


def joined(parts: Iterable[str]) -> str:
    return "\n".join(parts)
