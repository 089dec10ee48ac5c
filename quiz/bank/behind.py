"""The question behind a mistake that was made in an exercise."""

from quiz.bank.models import Item, Question, State


def question_behind(exercise: str, mistake: str) -> Question | None:
    """The one in which this very mistake is to be found, else the one that is most about this exercise."""
    published = Question.objects.published()
    bugs = Item.objects.filter(live=True, kind="bug", question__state=State.PUBLISHED)
    for question, attempt in bugs.values_list("question_id", "body__attempt"):
        if attempt and names_mistake(attempt, exercise, mistake):
            return published.get(pk=question)
    rows = published.values_list("pk", "exercises", "position")
    related = [(len(slugs), position, pk) for pk, slugs, position in rows if exercise in slugs]
    return published.get(pk=min(related)[-1]) if related else None


def names_mistake(attempt: str, exercise: str, mistake: str) -> bool:
    """Whether a bug item's attempt, `exercise/verdict-framework-reason`, makes this mistake."""
    return attempt.startswith(f"{exercise}/") and attempt.rpartition("-")[2] == mistake
