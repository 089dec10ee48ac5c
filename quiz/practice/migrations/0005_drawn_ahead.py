"""Whether all steps of a session were drawn when it started, as they were in all so far."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("practice", "0004_seeds_and_kinds_of_steps")]

    operations = [
        migrations.AddField("session", "ahead", models.BooleanField(default=True)),
        migrations.AlterField("session", "ahead", models.BooleanField(default=False)),
    ]
