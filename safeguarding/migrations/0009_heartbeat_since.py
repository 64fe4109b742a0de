"""Since when each part that works unseen has worked without a pause."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("safeguarding", "0008_heartbeats"),
    ]

    operations = [
        migrations.AddField(
            model_name="heartbeat",
            name="since_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
    ]
