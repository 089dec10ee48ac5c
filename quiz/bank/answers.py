"""Answers of people to items: judged, kept, and announced once."""

from django.db import transaction

from quiz.bank.items import Response
from quiz.bank.models import Answer, Item
from quiz.bank.signals import answered
from quiz.people.models import User


@transaction.atomic
def record_answer(user: User, item: Item, seed: int, response: Response, seconds: float | None = None) -> Answer:
    """The stored answer: of those to one showing of an item (its seed) the first, so that sending twice counts once."""
    judgement = item.judge(response, seed)
    worth = {
        "response": response,
        "outcome": judgement.outcome,
        "score": judgement.score,
        "seconds": seconds,
        "again": lambda: Answer.objects.filter(user=user, item__key=item.key).exists(),
    }
    answer, created = Answer.objects.get_or_create(user=user, item=item, seed=seed, defaults=worth)
    answer.item = item
    if created:
        answered.send(Answer, answer=answer, user=user, seconds=seconds)
    return answer
