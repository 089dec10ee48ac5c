"""An index of words in memory, and the ranking of what is found: title before prompt before explanation."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

from quiz.search.documents import Document
from quiz.search.synonyms import LONGEST, SYNONYMS
from quiz.search.words import (
    STOP_WORDS,
    halves,
    meaningful,
    slips_allowed,
    slips_between,
    split,
    stem,
    trigrams,
)

WEIGHTS = {"title": 12.0, "name": 5.0, "line": 4.0, "text": 2.0, "more": 1.0}
WHOLE_TITLE = 40.0  # what is called exactly so comes first
SECOND_TIME = 0.5  # a word that stands twice weighs this share more
OTHER_NAME = 0.9  # of a synonym
SHARES = {"question": 1.0, "exercise": 1.0, "function": 0.85}  # the reference is read after the others
BEGINNING, MISSPELT = 0.6, 0.5  # how much a word counts that only begins so, or is spelt nearly so
LOOKED_AT = 40  # words compared letter by letter
SHORTEST_BEGINNING = 2

Scores = dict[int, float]


@dataclass(frozen=True)
class Hit:
    document: Document
    score: float


@dataclass(frozen=True)
class Found:
    """What a query found: the hits, best first, the stems to mark in them, and what was read otherwise than typed."""

    hits: list[Hit]
    stems: frozenset[str] = frozenset()
    corrections: tuple[tuple[str, str], ...] = ()
    all_words: bool = True


class Index:
    """Documents by the stems of their words."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self.documents = documents
        self.postings: dict[str, Scores] = defaultdict(dict)
        self.titles = [frozenset(map(stem, meaningful(split(document.title)))) for document in documents]
        stem_of: dict[str, str] = {}
        for number, document in enumerate(documents):
            for field, text in document.fields.items():
                for word, count in Counter(split(text)).items():
                    root = stem_of.setdefault(word, stem(word))
                    weight = WEIGHTS[field] * (1 + SECOND_TIME * log(count))
                    self.postings[root][number] = self.postings[root].get(number, 0.0) + weight
        self.stem_of = stem_of
        self.vocabulary = sorted(stem_of)

    @cached_property
    def in_titles(self) -> frozenset[str]:
        return frozenset().union(*self.titles)

    @cached_property
    def by_trigram(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for word in self.stem_of.keys() - STOP_WORDS:
            for letters in set(trigrams(word)):
                found[letters].append(word)
        return found

    def find(self, query: str) -> Found:
        """The documents that fit, best first; where none has all the words, those that have most of them."""
        words = meaningful(split(query))
        if not words:
            return Found([])
        search = _Search(self, words)
        units = [search.score(unit) for unit in search.units()]
        counts = Counter(number for scores in units for number in scores)
        most = max(counts.values(), default=0)
        hits = [
            Hit(self.documents[number], self._total(number, units, search.meant))
            for number, count in counts.items()
            if count == most
        ]
        hits.sort(key=lambda hit: -hit.score)  # stable: equal ones in the order in which they are learned
        return Found(hits, frozenset(search.used), tuple(search.corrections.items()), most == len(units))

    def _total(self, number: int, units: list[Scores], meant: set[str]) -> float:
        """What the words count together, and how nearly they are the title itself."""
        title = self.titles[number]
        named = len(title & meant) / len(title | meant) if title else 0.0
        words = sum(scores.get(number, 0.0) for scores in units)
        return (words + WHOLE_TITLE * named) * SHARES[self.documents[number].what]

    def weigh(self, root: str) -> Scores:
        """The documents with this stem; a rare word counts more than a common one."""
        postings = self.postings.get(root, {})
        rarity = log(1 + len(self.documents) / max(1, len(postings)))
        return {number: weight * rarity for number, weight in postings.items()}

    def beginning_with(self, letters: str) -> list[str]:
        start = bisect_left(self.vocabulary, letters)
        end = bisect_left(self.vocabulary, letters + "\uffff")
        return self.vocabulary[start:end]

    def nearly(self, typed: str) -> list[str]:
        """The words that are spelt nearly so: those with the fewest slips."""
        most = slips_allowed(typed)
        if not most:
            return []
        shared = Counter(word for letters in set(trigrams(typed)) for word in self.by_trigram.get(letters, ()))
        slips: dict[str, int] = {}
        for word, _ in shared.most_common(LOOKED_AT):
            if (count := slips_between(typed, word, most)) is not None:
                slips[word] = count
        return [word for word, count in slips.items() if count == min(slips.values())]


Unit = list[tuple[tuple[str, ...], float]]  # the ways to say one thing, each as words, with what it counts


class _Search:
    """One query on its way: the words as typed become units that can be said in several ways."""

    def __init__(self, index: Index, words: list[str]) -> None:
        self.index = index
        self.words = words
        self.meant: set[str] = set()  # the stems of the words as they were meant
        self.used: set[str] = set()  # the stems that were looked up
        self.corrections: dict[str, str] = {}

    def units(self) -> Iterable[Unit]:
        """The query cut into names that the field knows, the longest first, and single words."""
        at = 0
        while at < len(self.words):
            length = next((n for n in range(LONGEST, 0, -1) if self._name(at, n) in SYNONYMS), 0)
            together = "".join(self.words[at : at + 2])
            if length < 2 and at + 1 < len(self.words) and together in self.index.stem_of:
                yield [(tuple(self.words[at : at + 2]), 1.0), *self._ways((together,))]
                at += 2
                continue
            yield self._ways(tuple(self.words[at : at + (length or 1)]))
            at += length or 1

    def _name(self, at: int, length: int) -> tuple[str, ...]:
        words = self.words[at : at + length]
        return tuple(map(stem, words)) if len(words) == length else ()

    def _ways(self, words: tuple[str, ...]) -> Unit:
        others = list(SYNONYMS.get(tuple(map(stem, words)), ()))
        if len(words) == 1 and stem(words[0]) not in self.index.in_titles:
            others += [(stem(left), stem(right)) for left, right in halves(words[0], self.index.stem_of)]
        return [(words, 1.0), *((other, OTHER_NAME) for other in others)]

    def score(self, unit: Unit) -> Scores:
        """The documents that say it in one of the ways, all of its words in them."""
        best: Scores = {}
        for words, share in unit:
            scores = [self.word(word, typed=share == 1.0, known=len(unit) > 1) for word in words]
            for number in set.intersection(*(set(each) for each in scores)):
                total = share * sum(each[number] for each in scores)
                best[number] = max(best.get(number, 0.0), total)
        return best

    def word(self, word: str, *, typed: bool, known: bool) -> Scores:
        """The documents with this word, or, if it was typed, with one that begins so or, unless it is a name that the
        field knows, is spelt nearly so."""
        root = stem(word) if typed else word  # a synonym's words are stems
        roots = {root: 1.0} if root in self.index.postings else {}
        if typed and len(word) >= SHORTEST_BEGINNING:
            for longer in self.index.beginning_with(word):
                roots.setdefault(self.index.stem_of[longer], BEGINNING)
        if typed and not roots and not known:
            roots = self._misspelt(word)
        if typed:
            self.meant |= set(roots) if word in self.corrections else {root}
        self.used |= set(roots)
        best: Scores = {}
        for root, share in roots.items():
            for number, weight in self.index.weigh(root).items():
                best[number] = max(best.get(number, 0.0), share * weight)
        return best

    def _misspelt(self, word: str) -> dict[str, float]:
        near = {meant: self.index.stem_of[meant] for meant in self.index.nearly(word)}
        if near:
            self.corrections[word] = max(near, key=lambda meant: len(self.index.postings[near[meant]]))
        return dict.fromkeys(near.values(), MISSPELT)
