"""`{% question_behind slug mistake as question %}`: the question that is about a mistake made in an exercise."""

from django import template

from quiz.bank.models import Item, Question

register = template.Library()


@register.simple_tag
def question_behind(exercise: str, mistake: str) -> Question | None:
    """The one with an item about this very mistake, else the first that sends its readers to the exercise."""
    published = Question.objects.published()
    if mistake:
        about = Item.objects.filter(live=True, body__icontains=f"{exercise}/").filter(body__icontains=f'-{mistake}"')
        found = published.filter(pk__in=about.values("question")).first()
        if found is not None:
            return found
    return published.filter(exercises__icontains=f'"{exercise}"').first()
