"""From when an e-mail that was asked for again is tried."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0021_closures"),
    ]

    operations = [
        migrations.AddField(
            model_name="message",
            name="tried_from_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
    ]
