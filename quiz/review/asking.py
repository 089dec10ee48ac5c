"""Which item a card is asked with, and what is behind it: the code of a mistake, the exercise behind a question."""

from exercises.models import Difficulty, Exercise
from quiz.bank.attempts import NoAttemptError, read_attempt
from quiz.bank.behind import names_mistake
from quiz.bank.models import Answer, Item, State
from quiz.review.models import Card, Kind


def item_for(card: Card) -> Item | None:
    """The item to answer; None where there is none, and the person rates themselves."""
    if card.kind == Kind.QUESTION:
        return item_of_question(card)
    return item_about(card) if card.kind == Kind.MISTAKE else None


def item_of_question(card: Card) -> Item | None:
    """What was missed last time once more; else the item that was not asked for the longest time."""
    items = {item.pk: item for item in Item.objects.filter(question=card.question_id).select_related("question")}
    latest: dict[object, Answer] = {}
    for answer in Answer.objects.filter(user=card.user_id, item__in=list(items)):  # the newest come first
        latest.setdefault(items[answer.item_id].key, answer)
    live = [item for item in items.values() if item.live]
    last = next(iter(latest.items()), None)
    if last is not None and last[1].was_missed:
        live.sort(key=lambda item: item.key != last[0])
        return live[0] if live else None
    return min(live, key=lambda item: latest[item.key].pk if item.key in latest else 0, default=None)


def item_about(card: Card) -> Item | None:
    """The bug to find that shows this mistake."""
    assert card.exercise is not None
    items = Item.objects.filter(kind="bug", live=True, question__state=State.PUBLISHED).select_related("question")
    found = items.filter(body__attempt__startswith=f"{card.exercise.slug}/")
    return next((item for item in found if names_mistake(item.body["attempt"], card.exercise.slug, card.mistake)), None)


def code_of_mistake(card: Card) -> str:
    """Code that makes the mistake, without the sentence that tells it; empty where there is none any more."""
    assert card.exercise is not None
    try:
        return read_attempt(f"{card.exercise.slug}/wrong_answer-{card.framework}-{card.mistake}").code
    except NoAttemptError:
        return ""


def exercise_behind(card: Card) -> Exercise | None:
    """The shortest way from a missed question to code: the easiest of its exercises."""
    if card.question is None or not card.question.exercises:
        return None
    order = {difficulty: number for number, difficulty in enumerate(Difficulty.values)}
    exercises = Exercise.objects.filter(slug__in=card.question.exercises, published=True)
    return min(exercises, key=lambda exercise: order[exercise.difficulty], default=None)
