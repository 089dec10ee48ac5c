"""Free recall: the person answers in their own words, sees a model answer and rates themselves."""

from typing import Any, ClassVar, Literal, Self

from django.http import QueryDict
from pydantic import Field, model_validator

from quiz.bank.items.kind import Judgement, Kind, NotAnswered, Response, place

LONGEST_TEXT = 5000
RATINGS = ("Nothing", "Some of it", "Most of it", "All of it")


class Free(Kind):
    kind: Literal["free"] = "free"
    label: ClassVar[str] = "In your own words"
    scored: ClassVar[bool] = False

    answer: str = Field(min_length=1, max_length=8000)
    points: tuple[str, ...] = Field(min_length=3, max_length=6)

    @model_validator(mode="after")
    def has_a_prompt(self) -> Self:
        if not self.prompt:
            raise ValueError("the prompt is missing")
        return self

    def shown(self, seed: int, response: Response, *, revealed: bool) -> dict[str, Any]:
        """The model answer shows once the person has asked for it: their draft says so."""
        shown: dict[str, Any] = {"text": response.get("text", ""), "longest": LONGEST_TEXT}
        if not revealed and not response.get("revealed"):
            return shown
        made = set(response.get("points", ()))
        return shown | {
            "answer": self.answer,
            "points": [(number, point, number in made) for number, point in enumerate(self.points)],
            "ratings": list(enumerate(RATINGS)),
            "rating": response.get("rating"),
        }

    def read(self, submitted: QueryDict, seed: int) -> Response:
        text = submitted.get("text", "").replace("\x00", "")[:LONGEST_TEXT]
        draft: Response = {"text": text, "revealed": True}
        if submitted.get("rating") is None:
            raise NotAnswered(draft, "Rate yourself to go on." if submitted.get("rate") else "")
        rating = place(submitted.get("rating"), len(RATINGS))
        if rating < 0:
            raise NotAnswered(draft, "Choose one of the four ratings.")
        points = {place(number, len(self.points)) for number in submitted.getlist("point")} - {-1}
        return {"text": text, "rating": rating, "points": sorted(points)}

    def judge(self, response: Response, seed: int) -> Judgement:
        return Judgement("rated", None)
