"""Whom the chair did not exclude may be asked for again."""

import django.db.models.functions.text
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0188_copies_sent_told_otherwise_checked"),
        ("safeguarding", "0001_squashed_0044_days_were_finite"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="exclusion",
            name="exclusion_person_once",
        ),
        migrations.RemoveConstraint(
            model_name="exclusion",
            name="exclusion_name_once",
        ),
        migrations.AddConstraint(
            model_name="exclusion",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("lifted_at__isnull", True),
                    models.Q(("answer", "NOT"), _negated=True),
                    ("person__isnull", False),
                ),
                fields=("request", "person"),
                name="exclusion_person_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="exclusion",
            constraint=models.UniqueConstraint(
                models.F("request"),
                django.db.models.functions.text.Lower("name"),
                condition=models.Q(
                    ("lifted_at__isnull", True),
                    models.Q(("answer", "NOT"), _negated=True),
                    ("person__isnull", True),
                ),
                name="exclusion_name_once",
            ),
        ),
    ]
