"""What one row must not be: codes that are known, days in order, what stands with what."""

from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("safeguarding", "0032_asked_by_two_stays_as_asked"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="heldrole",
            name="heldrole_ended_by_and_at",
        ),
        AddConstraintNotValid(
            model_name="heldrole",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_by__isnull", True), ("until_at__isnull", True)),
                    models.Q(
                        ("ended_by__isnull", False),
                        ("until_at__gte", models.F("from_at")),
                        ("until_at__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="heldrole_ended_by_and_at",
            ),
        ),
    ]
