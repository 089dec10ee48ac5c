"""Everything the site holds about one person, as JSON, row by row."""

import json
from collections.abc import Iterator
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone

from quiz.people.models import User

SECRETS = {"password"}
ROWS_AT_ONCE = 200
NOTE = "Everything that this site holds about you. Of the password it holds only a hash, which is left out."
Owned = tuple[type[models.Model], str]


def owned_by_people() -> list[Owned]:
    """Each model whose rows belong to a person, with the way from it to them: directly, or by what they own."""
    ways: list[Owned] = [(User, "pk")]
    for model, way in ways:  # grows while it is walked
        reached = {other for other, _ in ways}
        for field in references_to(model):
            if model is User:
                ways.append((field.model, field.name))
            elif field.model not in reached:
                ways.append((field.model, f"{field.name}__{way}"))
    return ways


def references_to(model: type[models.Model]) -> list[models.ForeignKey[Any, Any]]:
    """The fields by which other rows belong to these: to a person any that name them, else only what is a part."""
    relations = [each for each in model._meta.get_fields(include_hidden=True) if isinstance(each, models.ManyToOneRel)]
    return [each.field for each in relations if model is User or each.on_delete is models.CASCADE]


def export(user: User) -> Iterator[str]:
    """The pieces of the JSON text; rows are read in small portions, so that the size does not matter."""
    yield f'{{"about": {json.dumps(NOTE)}, "made": {json.dumps(timezone.now().isoformat())}'
    for model, way in owned_by_people():
        yield f", {json.dumps(name_of(model, way))}: ["
        for number, row in enumerate(rows_of(model, way, user)):
            yield (",\n" if number else "\n") + json.dumps(as_plain(row), cls=DjangoJSONEncoder, ensure_ascii=False)
        yield "]"
    yield "}\n"


def name_of(model: type[models.Model], way: str) -> str:
    """Such as bank.answer, or bank.note by author where a person stands in a row in another way than as its user."""
    label = f"{model._meta.app_label}.{model._meta.model_name}"
    return label if way in ("pk", "user") or "__" in way else f"{label} by {way}"


def rows_of(model: type[models.Model], way: str, user: User) -> Iterator[models.Model]:
    mine = model._base_manager.filter(**{way: user.pk}).order_by("pk")
    portion = list(mine[:ROWS_AT_ONCE])
    while portion:
        yield from portion
        portion = list(mine.filter(pk__gt=portion[-1].pk)[:ROWS_AT_ONCE])


def as_plain(row: models.Model) -> dict[str, Any]:
    """The row's own columns by name."""
    columns = (field for field in row._meta.concrete_fields if field.name not in SECRETS)
    return {field.name: getattr(row, field.attname) for field in columns}
