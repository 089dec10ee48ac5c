"""What every kind of item can do: be shown, read an answer from a form, and judge it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Literal, Self

from django.http import QueryDict
from pydantic import BaseModel, ConfigDict, Field

from exercises.numbers import whole

Response = dict[str, Any]
Outcome = Literal["right", "partly", "wrong", "unknown", "rated"]
UNKNOWN: Response = {"unknown": True}
Run = Callable[[str], str]  # code to what it prints


class NotAnswered(Exception):
    """What was sent is not an answer yet: the draft is kept, the sentence (if any) says what is missing."""

    def __init__(self, draft: Response, sentence: str = "") -> None:
        super().__init__(sentence)
        self.draft = draft
        self.sentence = sentence


class NotMade(ValueError):
    """What belongs to an item but is not written in it could not be made; `field` is where the cause stands."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


@dataclass(frozen=True)
class Judgement:
    """What an answer is worth: `score` from 0 to 1, or None for self-rated recall, which is never scored."""

    outcome: Outcome
    score: float | None
    reason: str = ""


class Kind(BaseModel):
    """The content of one item. A new kind is one subclass with a `kind` literal, and a template of that name."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)
    label: ClassVar[str]
    scored: ClassVar[bool] = True

    id: str = Field("", pattern=r"^([a-z0-9]+(-[a-z0-9]+)*)?$", max_length=40)  # its name within the question
    prompt: str = Field("", max_length=4000)
    explanation: str = Field("", max_length=8000)

    def prepared(self, run: Run | None = None) -> Self:
        """The item with what is made for it, not written: what its code prints (found out by `run`, or else in a
        sandbox of this process), where its bug is; or NotMade."""
        return self

    def question(self, seed: int) -> str:
        """The prompt of the variant that belongs to the seed, as Markdown."""
        return self.prompt

    def explained(self, seed: int) -> str:
        """The explanation of the variant that belongs to the seed, as Markdown."""
        return self.explanation

    def shown(self, seed: int, response: Response, *, revealed: bool) -> Mapping[str, Any]:
        """What the kind's template shows; nothing about the right answer is in it unless `revealed`."""
        raise NotImplementedError

    def read(self, submitted: QueryDict, seed: int) -> Response:
        """The answer in the form's fields, or NotAnswered."""
        raise NotImplementedError

    def judge(self, response: Response, seed: int) -> Judgement:
        """What the answer is worth."""
        raise NotImplementedError

    def stored(self) -> dict[str, Any]:
        """The content as plain data, the same for the same item however it was written down and named."""
        data = self.model_dump(mode="json", exclude={"id"}, exclude_defaults=True)
        return self.model_dump(mode="json", include={"kind"}) | data

    def searchable(self) -> str:
        """The words by which this item is found."""
        return self.prompt


def place(text: Any, count: int) -> int:
    """The place in a list of `count` that a form field names, or -1."""
    found = whole(text, count)
    return -1 if found is None else found
