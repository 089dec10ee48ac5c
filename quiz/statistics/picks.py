"""What people chose at an item, as rows for its author."""

from collections.abc import Iterable
from dataclasses import dataclass

from quiz.bank.items import Kind
from quiz.bank.items.bug import Bug
from quiz.bank.items.choice import Choice
from quiz.bank.items.free import RATINGS, Free
from quiz.bank.items.matching import Matching
from quiz.statistics.models import ItemStatistics

SHOWN = 20


@dataclass(frozen=True)
class Pick:
    """One thing that can be chosen, and how many chose it."""

    label: str
    count: int
    share: float
    right: bool | None = None


def picks_of(statistics: ItemStatistics) -> list[Pick]:
    """What was chosen; of a choice all options in their order, otherwise the most frequent first."""
    content, counts = statistics.item.content, statistics.picks
    people = max(1, statistics.people or sum(counts.values()))
    rows: list[tuple[str, int, bool | None]]
    if isinstance(content, Choice):
        options = enumerate(content.options)
        rows = [(option.text, counts.get(str(number), 0), option.correct) for number, option in options]
    else:
        rows = [(label(content, name), count, is_right(content, name)) for name, count in frequent(counts)]
    if unknown := counts.get("unknown"):
        rows.append(("I don't know", unknown, None))
    return [Pick(text, count, count / people, right) for text, count, right in rows]


def frequent(counts: dict[str, int]) -> Iterable[tuple[str, int]]:
    named = [(name, count) for name, count in counts.items() if name != "unknown"]
    return sorted(named, key=lambda row: -row[1])[:SHOWN]


def label(content: Kind, name: str) -> str:
    if isinstance(content, Bug):
        return f"Line {name}"
    if isinstance(content, Free):
        return RATINGS[int(name)]
    if isinstance(content, Matching):
        left, right = map(int, name.split("-"))
        return f"{content.pairs[left].left} → {content.partners[right]}"
    return name


def is_right(content: Kind, name: str) -> bool | None:
    if isinstance(content, Bug) and content.made:
        return int(name) in content.made.places
    if isinstance(content, Matching):
        left, right = map(int, name.split("-"))
        return content.pairs[left].right == content.partners[right]
    return None
