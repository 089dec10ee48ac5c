"""The pictures as files, with an index of the questions that show them."""

import json

from quiz.bank.figures import INDEX
from quiz.bank.pictures import PICTURES


def picture_files() -> dict[str, str]:
    """All files as they should be, by name."""
    questions = sorted({slug for picture in PICTURES.values() for slug in picture.questions})
    index = {
        slug: [
            {"picture": picture.name, "caption": picture.caption}
            for picture in PICTURES.values()
            if slug in picture.questions
        ]
        for slug in questions
    }
    drawn = {f"{picture.name}.svg": picture.svg() for picture in PICTURES.values()}
    return drawn | {INDEX: json.dumps(index, indent=1, ensure_ascii=False) + "\n"}
