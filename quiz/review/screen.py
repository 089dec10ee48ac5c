"""One card on the screen: to be answered, or answered, with its rating and when it comes back."""

from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from urllib.parse import urlencode

from django.urls import reverse

from exercises.helping import Helping
from exercises.models import Exercise
from quiz.bank.items import Response
from quiz.bank.models import Item
from quiz.bank.presenting import Presented, new_seed
from quiz.people.days import today
from quiz.review import showing
from quiz.review.asking import code_of_mistake, exercise_behind, item_for
from quiz.review.memory import Memory, Rating, review
from quiz.review.models import DAY, Card, Kind, Plan, Review
from quiz.review.queue import Queue, queue_of

SPANS = ((365, "year"), (30, "month"), (1, "day"))


@dataclass(frozen=True)
class Choice:
    """One of the four ratings, with what it leads to."""

    rating: Rating
    wait: str
    chosen: bool = False
    suggested: bool = False


@dataclass(frozen=True)
class Draft:
    """What was sent and could not be taken as an answer yet."""

    item: Item
    seed: int
    shown: str
    response: Response
    refusal: str


class Screen:
    """A card that is asked, with a draft of its answer if there is one; or one that was reviewed."""

    def __init__(self, card: Card, *, more: bool, review: Review | None = None, draft: Draft | None = None) -> None:
        self.card = card
        self.review = review
        self.draft = draft
        self.more = more

    @cached_property
    def queue(self) -> Queue:
        return queue_of(self.card.user)

    @property
    def today(self) -> str:
        """The page with the card to ask next; who goes beyond the limit of the day goes on to do so."""
        return reverse("review:today") + ("?more=1" if self.more else "")

    def address(self, name: str, *arguments: int) -> str:
        query = {"shown": self.shown_text} | ({"more": "1"} if self.more else {})
        return f"{reverse(f'review:{name}', args=[self.card.pk, *arguments])}?{urlencode(query)}"

    @cached_property
    def shown_text(self) -> str:
        return self.draft.shown if self.draft else showing.sign(self.card)

    @cached_property
    def shown(self) -> Presented | None:
        """The item, if the card has one."""
        if self.review is not None:
            return Presented.answered(self.review.answer) if self.review.answer else None
        if self.draft is not None:
            draft, item = self.draft, self.draft.item
            return Presented(
                item, draft.seed, self.address("answer", item.pk), draft.response, refusal=draft.refusal, skip="later"
            )
        chosen = item_for(self.card)
        return Presented(chosen, new_seed(), self.address("answer", chosen.pk), skip="later") if chosen else None

    @property
    def rate_address(self) -> str:
        return self.address("rate")

    @property
    def later_address(self) -> str:
        return self.address("later")

    @cached_property
    def choices(self) -> list[Choice]:
        """The four ratings: of the review, or of a card that the person rates themselves."""
        given = self.review
        waits = given.waits() if given else waits_of(self.card)
        return [
            Choice(
                Rating(rating),
                in_words(wait),
                chosen=given is not None and given.rating == rating,
                suggested=given is not None and given.suggested == rating,
            )
            for rating, wait in waits.items()
        ]

    @property
    def next_wait(self) -> str:
        return next((choice.wait for choice in self.choices if choice.chosen), "")

    @cached_property
    def code(self) -> str:
        return code_of_mistake(self.card) if self.card.kind == Kind.MISTAKE else ""

    @cached_property
    def editorial(self) -> str:
        """How the exercise goes, for who has solved it or has given up."""
        if self.card.kind != Kind.EXERCISE or self.card.exercise is None:
            return ""
        return Helping.read(self.card.user, self.card.exercise).editorial

    @cached_property
    def behind(self) -> Exercise | None:
        """The exercise to write after a miss."""
        missed = self.review is not None and self.review.rating == Rating.AGAIN
        return exercise_behind(self.card) if missed else None


def waits_of(card: Card) -> dict[int, timedelta]:
    """How long the card would wait with each rating, were it rated now."""
    memory: Memory = card.memory
    retention = Plan.of(card.user).retention / 100
    day = today(card.user)
    return {rating: review(memory, rating, day, retention)[1] for rating in Rating.values}


def in_words(wait: timedelta) -> str:
    """Such as "10 min", "11 days", "3 months"."""
    if wait < DAY:
        return f"{round(wait.total_seconds() / 60)} min"
    days, name = next((days, name) for days, name in SPANS if wait.days >= days)
    count = round(wait.days / days, 1)
    return f"{count:g} {name}{'' if count == 1 else 's'}"
