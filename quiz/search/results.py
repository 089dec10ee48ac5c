"""What a search shows: its hits as rows, with how far the person has come with each."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.contrib.auth.models import AnonymousUser
from django.utils.safestring import SafeString

from exercises.filtering import FilterLink
from exercises.models import Exercise
from exercises.progress import standings, state_of
from quiz.bank.progress import progress_of
from quiz.people.models import User
from quiz.search.current import current_index
from quiz.search.documents import Document
from quiz.search.filters import Filters
from quiz.search.index import Found, Hit
from quiz.search.marking import best, marked

Standings = dict[tuple[str, int | str], str]
WORDS = {"new": "not tried", "tried": "tried", "done": "done"}


@dataclass(frozen=True)
class Row:
    """One hit as it is shown."""

    document: Document
    stems: frozenset[str]
    standing: str = ""

    @cached_property
    def title(self) -> SafeString:
        return marked(self.document.title, self.stems)

    @cached_property
    def line(self) -> SafeString:
        return marked(best(self.document.sentences, self.stems), self.stems)

    @property
    def word(self) -> str:
        return WORDS.get(self.standing, "")


class Results:
    """A search of one person: what was found, and what the filters left of it."""

    def __init__(self, user: User | AnonymousUser, filters: Filters) -> None:
        self.user = user
        self.filters = filters
        self.found: Found = current_index().find(filters.words)

    @cached_property
    def hits(self) -> list[Hit]:
        hits = self.filters.narrow(self.found.hits)
        if not self.filters.you:
            return hits
        known = standings_of(self.user, (hit.document for hit in hits))
        return [hit for hit in hits if known.get(identity(hit.document)) == self.filters.you]

    def rows(self, hits: Iterable[Hit]) -> list[Row]:
        shown = [hit.document for hit in hits]
        known = standings_of(self.user, shown)
        return [Row(document, self.found.stems, known.get(identity(document), "")) for document in shown]

    @property
    def groups(self) -> list[tuple[str, list[FilterLink]]]:
        return self.filters.groups(self.found.hits)


def identity(document: Document) -> tuple[str, int | str]:
    return document.what, document.key


def standings_of(user: User | AnonymousUser, documents: Iterable[Document]) -> Standings:
    """By question and exercise: new, tried or done. The reference has no standing."""
    keys: dict[str, list[int]] = {"question": [], "exercise": []}
    for document in documents:
        if isinstance(document.key, int):
            keys[document.what].append(document.key)
    known: Standings = {("question", key): "new" for key in keys["question"]}
    if keys["question"]:
        known |= {("question", key): state for key, state in progress_of(user, keys["question"]).items()}
    if keys["exercise"]:
        exercises = Exercise.objects.filter(pk__in=keys["exercise"])
        for key, standing in standings(user, exercises).items():
            known["exercise", key] = state_of(standing).replace("solved", "done")
    return known
