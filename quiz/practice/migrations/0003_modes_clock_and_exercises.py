"""Sessions with a mode, a clock and code exercises; steps that know when they were settled."""

from typing import Any

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models
from django.db.models import Count, F, OuterRef, Subquery
from django.db.models.functions import Coalesce


def fill(apps: Any, schema_editor: Any) -> None:
    """What the steps and sessions so far say of themselves."""
    session_model, entry_model = apps.get_model("practice", "Session"), apps.get_model("practice", "Entry")
    answered = apps.get_model("bank", "Answer").objects.filter(pk=OuterRef("answer")).values("created")
    entry_model.objects.filter(answer__isnull=False).update(settled=Subquery(answered))
    steps = entry_model.objects.filter(session=OuterRef("pk")).order_by().values("session")
    session_model.objects.update(length=Coalesce(Subquery(steps.annotate(count=Count("pk")).values("count")), 0))
    twins = session_model.objects.filter(user=OuterRef("user"), seed=OuterRef("seed"), pk__lt=OuterRef("pk"))
    for session in session_model.objects.filter(models.Exists(twins)):
        session_model.objects.filter(pk=session.pk).update(seed=F("seed") + (session.pk << 31))


class Migration(migrations.Migration):
    dependencies = [
        ("exercises", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("practice", "0002_collection"),
    ]

    operations = [
        migrations.AddField(
            model_name="session",
            name="mode",
            field=models.CharField(
                choices=[("practice", "Practice"), ("exam", "Exam"), ("mock", "Mock interview")],
                default="practice",
                max_length=10,
            ),
        ),
        migrations.AddField("session", "difficulties", models.JSONField(default=list)),
        migrations.AddField("session", "length", models.PositiveSmallIntegerField(default=0)),
        migrations.AddField("session", "exercises", models.PositiveSmallIntegerField(default=0)),
        migrations.AddField("session", "minutes", models.PositiveSmallIntegerField(null=True)),
        migrations.AddField("session", "deadline", models.DateTimeField(null=True)),
        migrations.AlterField("session", "created", models.DateTimeField(default=django.utils.timezone.now)),
        migrations.AddField("entry", "follows", models.PositiveSmallIntegerField(null=True)),
        migrations.AddField("entry", "ready", models.BooleanField(default=False)),
        migrations.AddField("entry", "writer", models.CharField(blank=True, default="", max_length=16)),
        migrations.AddField("entry", "turn", models.PositiveIntegerField(default=0)),
        migrations.AddField("entry", "opened", models.DateTimeField(null=True)),
        migrations.AddField("entry", "settled", models.DateTimeField(null=True)),
        migrations.AddField(
            model_name="entry",
            name="exercise",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="exercises.exercise"
            ),
        ),
        migrations.AddField(
            model_name="entry",
            name="submission",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="exercises.submission"
            ),
        ),
        migrations.AlterField(
            model_name="entry",
            name="item",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="bank.item"
            ),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
