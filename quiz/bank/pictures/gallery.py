"""The register of pictures: each is drawn by a function, for the questions that it belongs to."""

from collections.abc import Callable
from dataclasses import dataclass

from quiz.bank.pictures.svg import Drawing

Draw = Callable[[], Drawing]


@dataclass(frozen=True)
class Picture:
    """`caption` says in a sentence what to see; `description` tells the picture to who does not see it."""

    name: str
    title: str
    caption: str
    description: str
    questions: tuple[str, ...]
    draw: Draw

    def svg(self) -> str:
        return self.draw().svg(self.title, self.description)


PICTURES: dict[str, Picture] = {}


def picture(title: str, caption: str, description: str, *questions: str) -> Callable[[Draw], Draw]:
    """Registers a drawing function under its own name, with dashes."""

    def register(draw: Draw) -> Draw:
        name = draw.__name__.replace("_", "-")
        if name in PICTURES:
            raise ValueError(f"two pictures are called {name}")
        PICTURES[name] = Picture(name, title, caption, " ".join(description.split()), questions, draw)
        return draw

    return register
