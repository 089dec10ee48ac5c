"""Hints, one by one, and the editorial for those who have solved the exercise or have given up."""

from dataclasses import dataclass
from functools import cached_property
from typing import Self

from exercises.folder import Folder
from exercises.models import AnyUser, Exercise, Help, Submission


@dataclass(frozen=True)
class Helping:
    """What one person sees of an exercise's help."""

    row: Help
    folder: Folder

    @classmethod
    def read(cls, user: AnyUser, exercise: Exercise) -> Self:
        row = Help.objects.filter(user_id=user.pk, exercise=exercise).first() if user.pk else None
        return cls(row or Help(user_id=user.pk, exercise=exercise), exercise.folder)  # type: ignore[misc]  # nobody yet

    @property
    def shown(self) -> list[str]:
        return self.folder.hints[: self.row.hints]

    @property
    def left(self) -> int:
        return len(self.folder.hints) - len(self.shown)

    @property
    def next_number(self) -> int:
        return len(self.shown) + 1

    @cached_property
    def solved(self) -> bool:
        if self.row.user_id is None:
            return False
        mine = Submission.objects.accepted().filter(user_id=self.row.user_id, exercise=self.row.exercise)
        return mine.exists()

    @property
    def editorial(self) -> str:
        """The editorial's text, empty as long as it is closed."""
        return self.folder.editorial if self.row.gave_up or self.solved else ""

    def show_next(self) -> None:
        self.row.hints = min(self.row.hints + 1, len(self.folder.hints))
        self.row.save()

    def give_up(self) -> None:
        self.row.gave_up = True
        self.row.save()
