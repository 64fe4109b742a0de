"""Emails about the service itself, once a person and day."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0014_children_taken_on"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="message",
            name="message_kind_known",
        ),
        migrations.AlterField(
            model_name="message",
            name="kind",
            field=models.CharField(
                choices=[
                    ("DIGEST", "The morning’s list"),
                    ("AT_ONCE", "At once"),
                    ("SERVICE", "About the service itself"),
                ],
                max_length=10,
            ),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.UniqueConstraint(
                condition=models.Q(("kind", "SERVICE")),
                fields=("recipient", "day"),
                name="message_one_of_service_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["DIGEST", "AT_ONCE", "SERVICE"])), name="message_kind_known"
            ),
        ),
    ]
