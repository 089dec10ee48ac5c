"""That a card was shown: signed and sent along with the form, so that the answer says how long it took."""

from dataclasses import dataclass

from django.core import signing
from django.utils import timezone

from quiz.review.models import Card

SALT = "review"
LONGEST_SECONDS = 1800.0  # after that, somebody was away: how long it took is not known


@dataclass(frozen=True)
class Showing:
    """When the card was shown, and how often it had been reviewed then: once more, and the form is out of date."""

    times: int
    at: float

    @property
    def seconds(self) -> float | None:
        seconds = timezone.now().timestamp() - self.at
        return round(seconds, 1) if 0 <= seconds < LONGEST_SECONDS else None


def sign(card: Card) -> str:
    return signing.dumps([card.pk, card.times, timezone.now().timestamp()], salt=SALT)


def read(text: str, card: Card) -> Showing | None:
    """What stands in the form; None if it is none of ours, or about another card."""
    try:
        pk, times, at = signing.loads(text, salt=SALT)
    except signing.BadSignature:
        return None
    return Showing(times, at) if pk == card.pk else None
