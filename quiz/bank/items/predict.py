"""What does this code print? The answer is what it printed in the sandbox; nobody types it."""

from typing import Any, ClassVar, Literal, Self

from django.http import QueryDict
from pydantic import BaseModel, ConfigDict, Field, model_validator

from quiz.bank.items.kind import Judgement, Kind, NotAnswered, NotMade, Response, Run
from quiz.bank.outputs import NoOutputError, output_of, run_now
from quiz.bank.tokens import same_output

LONGEST_OUTPUT = 2000


class WrongOutput(BaseModel):
    """An output that a known mistake expects, and the mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    output: str = Field(min_length=1, max_length=LONGEST_OUTPUT)
    why: str = Field(min_length=1, max_length=2000)


class Predict(Kind):
    kind: Literal["predict"] = "predict"
    label: ClassVar[str] = "Predict the output"

    code: str = Field(min_length=1, max_length=2000)
    wrong: tuple[WrongOutput, ...] = ()
    made: str = ""  # what the code printed

    @model_validator(mode="after")
    def wrong_ones_are_wrong(self) -> Self:
        for known in self.wrong:
            if self.made and same_output(known.output, self.made):
                raise ValueError(f"wrong: {known.output} is what the code prints")
        return self

    def prepared(self, run: Run | None = None) -> Self:
        try:
            made = output_of(self.code, run or run_now)
        except NoOutputError as error:
            raise NotMade("code", str(error)) from error
        return type(self).model_validate(self.model_dump(exclude_defaults=True) | {"made": made})

    def question(self, seed: int) -> str:
        return self.prompt or "What does this code print?"

    def shown(self, seed: int, response: Response, *, revealed: bool) -> dict[str, Any]:
        shown: dict[str, Any] = {
            "text": response.get("text", ""),
            "code": self.code,
            "longest": LONGEST_OUTPUT,
        }
        return shown | {"output": self.made} if revealed else shown

    def read(self, submitted: QueryDict, seed: int) -> Response:
        text = submitted.get("text", "").replace("\x00", "").replace("\r\n", "\n").strip()[:LONGEST_OUTPUT]
        if not text:
            raise NotAnswered({}, "Write what it prints first, or “I don't know”.")
        return {"text": text}

    def judge(self, response: Response, seed: int) -> Judgement:
        text = response["text"]
        if same_output(text, self.made):
            return Judgement("right", 1.0)
        return Judgement("wrong", 0.0, next((known.why for known in self.wrong if same_output(text, known.output)), ""))

    def searchable(self) -> str:
        return f"{self.prompt} {self.code}"
