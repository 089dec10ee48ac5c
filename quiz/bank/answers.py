"""Answers of people to items: kept, and worth points the first time they are right."""

from django.db import transaction

from quiz.bank.items import Response
from quiz.bank.models import Answer, Item
from quiz.board import points
from quiz.people.models import User


@transaction.atomic
def record_answer(user: User, item: Item, seed: int, response: Response) -> Answer:
    """The stored answer: of those to one showing of an item (its seed) the first, so that sending twice counts once.

    Points are recorded on a person's first right answer to an item, in any of its versions.
    """
    judgement = item.judge(response, seed)
    worth = {"response": response, "outcome": judgement.outcome, "score": judgement.score}
    answer, created = Answer.objects.get_or_create(user=user, item=item, seed=seed, defaults=worth)
    answer.item = item
    if created and answer.is_right:
        points.record(user, "item", item.key.hex, points.QUESTION_POINTS)
    return answer
