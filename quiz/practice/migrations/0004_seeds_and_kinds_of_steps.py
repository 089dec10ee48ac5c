"""What holds for sessions and steps, once the earlier ones say of themselves what the new ones do."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("practice", "0003_modes_clock_and_exercises")]

    operations = [
        migrations.AlterField("session", "seed", models.PositiveBigIntegerField(db_index=True)),
        migrations.AddConstraint(
            model_name="session",
            constraint=models.UniqueConstraint(fields=["user", "seed"], name="a_seed_once_for_a_person"),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.UniqueConstraint(fields=["session", "exercise"], name="no_exercise_twice_in_a_session"),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.CheckConstraint(
                condition=Q(item__isnull=True) ^ Q(exercise__isnull=True), name="an_item_or_an_exercise"
            ),
        ),
    ]
