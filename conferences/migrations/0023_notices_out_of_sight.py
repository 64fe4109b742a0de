"""When a reader of a notice was found not to see the child it is about."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0022_emails_asked_for_again"),
    ]

    operations = [
        migrations.AddField(
            model_name="notice",
            name="out_of_sight_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
    ]
