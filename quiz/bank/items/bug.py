"""Find the wrong line. The code is an exercise's wrong attempt, or the author's own."""

from dataclasses import dataclass
from typing import Any, ClassVar, Literal, Self
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils.safestring import SafeString
from pydantic import BaseModel, ConfigDict, Field, model_validator

from quiz.bank.attempts import Attempt, NoAttemptError, differing_lines, lines_with, read_attempt
from quiz.bank.code import highlighted_lines
from quiz.bank.items.kind import Judgement, Kind, NotAnswered, NotMade, Response, Run, place

ATTEMPT = r"^([a-z0-9-]+/[a-z_]+-(numpy|torch)-[a-z0-9_]+)?$"
MOST_LINES = 60


class Made(BaseModel):
    """The code as it is shown, the numbers of its wrong lines, and what the attempt says about its mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    code: str
    places: tuple[int, ...] = Field(min_length=1)
    sentence: str = ""


@dataclass(frozen=True)
class ShownLine:
    number: int
    code: SafeString
    empty: bool
    chosen: bool
    wrong: bool | None = None  # whether the bug is here, once that may be told


class Bug(Kind):
    """`attempt` names the code, and either `fixed` an accepted attempt with which it is compared or `lines` its wrong
    lines, as they stand there. An author's own `code` has `repaired` code to be compared with, or `lines`. The `probe`
    runs after either of them and prints what the bug makes different: so it is proven that there is one."""

    kind: Literal["bug"] = "bug"
    label: ClassVar[str] = "Find the bug"

    code: str = Field("", max_length=6000)
    attempt: str = Field("", pattern=ATTEMPT)
    fixed: str = Field("", pattern=ATTEMPT)
    repaired: str = Field("", max_length=6000)
    probe: str = Field("", max_length=2000)
    lines: tuple[str, ...] = ()
    made: Made | None = None

    @model_validator(mode="after")
    def names_its_code_and_lines(self) -> Self:
        if bool(self.code) == bool(self.attempt):
            raise ValueError("needs either an attempt or code")
        if bool(self.fixed or self.repaired) == bool(self.lines):
            raise ValueError("needs either the wrong lines, or what is right to compare it with")
        if (self.code and self.fixed) or (self.attempt and self.repaired):
            raise ValueError("an attempt is compared with a fixed one, and code with repaired code")
        if self.probe and not self.repaired:
            raise ValueError("a probe needs repaired code, with which it prints something else")
        return self

    @property
    def exercise(self) -> str:
        return self.attempt.partition("/")[0]

    @property
    def workbench(self) -> str:
        """Where the code can be put right: its exercise, with the code in the editor."""
        slug, _, name = self.attempt.partition("/")
        return f"{reverse('exercises:workbench', args=[slug])}?{urlencode({'bug': name})}" if slug else ""

    def prepared(self, run: Run | None = None) -> Self:
        try:
            shown = read_attempt(self.attempt) if self.attempt else Attempt(self.code, "")
            places = self._places(shown.code)
        except NoAttemptError as error:
            raise NotMade("attempt" if self.attempt else "lines", str(error)) from error
        if shown.code.count("\n") >= MOST_LINES:
            raise NotMade("attempt" if self.attempt else "code", f"more than {MOST_LINES} lines are too many to read")
        return self.model_copy(update={"made": Made(code=shown.code, places=places, sentence=shown.sentence)})

    def _places(self, code: str) -> tuple[int, ...]:
        if right := self.right_code():
            return differing_lines(code, right)
        return tuple(sorted({number for line in self.lines for number in lines_with(code, line)}))

    def right_code(self) -> str:
        """The code without the bug, if the item says what that is; raises NoAttemptError."""
        return read_attempt(self.fixed).code if self.fixed else self.repaired

    def question(self, seed: int) -> str:
        return self.prompt or "This code has a bug. Which line is wrong?"

    def explained(self, seed: int) -> str:
        sentence = self.made.sentence if self.made else ""
        return "\n\n".join(filter(None, [sentence, self.explanation]))

    def shown(self, seed: int, response: Response, *, revealed: bool) -> dict[str, Any]:
        code, places = (self.made.code, self.made.places) if self.made else (self.code, ())
        lines = [
            ShownLine(number, html, not text.strip(), response.get("line") == number, number in places or None)
            for number, (text, html) in enumerate(zip(code.split("\n"), highlighted_lines(code), strict=True), start=1)
        ]
        if not revealed:
            lines = [ShownLine(line.number, line.code, line.empty, line.chosen) for line in lines]
        told = {"workbench": self.workbench, "several": len(places) > 1, "repaired": self.repaired}
        return {"lines": lines} | (told if revealed else {})

    def read(self, submitted: QueryDict, seed: int) -> Response:
        code = self.made.code.split("\n") if self.made else []
        number = place(submitted.get("line"), len(code) + 1)
        if number < 1 or not code[number - 1].strip():
            raise NotAnswered({}, "Choose a line first, or “I don't know”.")
        return {"line": number}

    def judge(self, response: Response, seed: int) -> Judgement:
        if self.made and response["line"] in self.made.places:
            return Judgement("right", 1.0)
        return Judgement("wrong", 0.0, f"Line {response['line']} is as it should be.")

    def searchable(self) -> str:
        return f"{self.prompt} {self.made.code if self.made else self.code}"
