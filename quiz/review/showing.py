"""That a card was shown: signed and sent along with the form, so that nothing is counted twice."""

from django.core import signing

from quiz.review.models import Card

SALT = "review"


def sign(card: Card) -> str:
    """The card, and how often it had been reviewed when it was shown: once more, and the form is out of date."""
    return signing.dumps([card.pk, card.times], salt=SALT)


def times_when_shown(text: str, card: Card) -> int | None:
    """How often the card had been reviewed; None if this was never on a page, or is about another card."""
    try:
        pk, times = signing.loads(text, salt=SALT)
    except signing.BadSignature:
        return None
    return int(times) if pk == card.pk else None
