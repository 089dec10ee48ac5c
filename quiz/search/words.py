"""Words as the index knows them: folded, cut to their stem, and compared letter by letter where they are misspelt."""

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator

WORD = re.compile(r"[^\W_]+")
BRITISH = re.compile(r"is(?=[aei]|$)")
VERB_ENDINGS = ("ization", "izing", "ized", "izer", "ize")
KEEP_S = ("ss", "as")


def split(text: str) -> list[str]:
    """The words of a text, folded: small letters, no accents, American spelling of what ends in -ise."""
    plain = "".join(
        letter for letter in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(letter)
    )
    return [fold(word) for word in WORD.findall(plain)]


def fold(word: str) -> str:
    return BRITISH.sub("iz", word)


def stem(word: str) -> str:
    """What the forms of one word share: without the plural's s, a final e, and the endings of -ise."""
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(KEEP_S):
        word = word[:-1]
    for ending in VERB_ENDINGS:
        if len(word) > len(ending) + 2 and word.endswith(ending):
            return f"{word.removesuffix(ending)}iz"
    return word[:-1] if len(word) > 3 and word.endswith("e") else word


def stems(text: str) -> tuple[str, ...]:
    return tuple(stem(word) for word in split(text))


def trigrams(word: str) -> Iterator[str]:
    """The word's letters by threes, with its beginning marked."""
    marked = f"^^{word}"
    return (marked[start : start + 3] for start in range(len(marked) - 2))


def slips_allowed(word: str) -> int:
    """How many letters may be wrong: none in short words, where every slip is another word."""
    return 0 if len(word) < 4 else 1 if len(word) < 8 else 2


def distance(typed: str, word: str, most: int, *, beginning: bool = False) -> int | None:
    """How many letters are wrong, missing, too many or swapped with their neighbour; None if more than `most`.

    With `beginning`, the typed letters are compared with how the word begins: it is still being typed.
    """
    before: list[int] = []
    row = list(range(len(word) + 1))
    for at, letter in enumerate(typed, start=1):
        older, before, row = before, row, [at]
        for place, other in enumerate(word, start=1):
            best = min(before[place] + 1, row[-1] + 1, before[place - 1] + (letter != other))
            if at > 1 and place > 1 and letter == word[place - 2] and typed[at - 2] == other:
                best = min(best, older[place - 2] + 1)
            row.append(best)
        if min(row) > most:
            return None
    found = min(row) if beginning else row[-1]
    return found if found <= most else None


STOP_WORDS = frozenset(
    split(
        """a an and are as at be by can do does for from has have how i if in into is it its mean means of on or so than
        that the their then there these they this to use used using was we what when where which who why will with
        would you your"""
    )
)


def meaningful(words: Iterable[str]) -> list[str]:
    """The words without those that every sentence has, unless there are no others."""
    words = list(words)
    return [word for word in words if word not in STOP_WORDS] or words


def slips_between(typed: str, word: str, most: int) -> int | None:
    """How many slips make the word, or the beginning of it, what was typed; None if more than `most`."""
    whole = distance(typed, word, most)
    return distance(typed, word, most, beginning=True) if whole is None else whole


def halves(word: str, known: Container[str]) -> Iterator[tuple[str, str]]:
    """The ways to cut it into two words that are known: crossentropy is cross entropy."""
    cuts = ((word[:at], word[at:]) for at in range(3, len(word) - 2))
    return ((left, right) for left, right in cuts if left in known and right in known)
