"""What is suspicious about an item's figures, in sentences for its author."""

from collections.abc import Iterator

from quiz.bank.items import Kind
from quiz.bank.items.choice import Choice, Single
from quiz.bank.models import Item
from quiz.statistics.tally import PEOPLE_NEEDED, Tally

WEAK = 0.1
HARD, EASY = 0.2, 0.97
UNUSED = 0.02
UNUSED_AFTER = 50  # people: with fewer, chance alone leaves an option out
FAST_SECONDS, SLOW_SECONDS = 3, 300


def findings_of(item: Item, tally: Tally) -> list[str]:
    """The sentences; none for an item that does what it should, or that few people have answered."""
    if tally.people < PEOPLE_NEEDED:
        return []
    return [*of_score(tally), *of_options(item.content, tally), *of_time(tally)]


def of_score(tally: Tally) -> Iterator[str]:
    success, discrimination = tally.success or 0.0, tally.discrimination
    if discrimination is not None and discrimination < 0:
        yield "Those who do well elsewhere do worse here: is the key wrong, or the prompt ambiguous?"
    elif discrimination is not None and discrimination < WEAK and HARD <= success <= EASY:
        yield "Whether it is answered right has little to do with what people know elsewhere."
    if success < HARD:
        yield f"Only {success:.0%} get it right: is it too hard, or is something wrong with it?"
    if success > EASY:
        yield f"{success:.0%} get it right: it tells nobody apart."


def of_options(content: Kind, tally: Tally) -> Iterator[str]:
    if not isinstance(content, Choice):
        return
    shares = {number: tally.picks[str(number)] / tally.people for number in range(len(content.options))}
    least = min(shares[number] for number in content.correct)
    for number, option in enumerate(content.options):
        if option.correct:
            continue
        if shares[number] > least and isinstance(content, Single):
            yield f"“{option.text}” is chosen more often than the right option."
        if shares[number] < UNUSED and tally.people >= UNUSED_AFTER:
            yield f"“{option.text}” is hardly ever chosen: it distracts nobody."


def of_time(tally: Tally) -> Iterator[str]:
    median = tally.median_seconds
    if median is not None and sum(tally.times) >= PEOPLE_NEEDED:
        if median < FAST_SECONDS:
            yield f"Half of the people answer within {median:.0f} seconds, faster than it can be read."
        if median > SLOW_SECONDS:
            yield f"Half of the people need more than {median / 60:.0f} minutes."
