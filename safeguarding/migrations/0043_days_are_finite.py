"""Days are of the calendar: PostgreSQL knows one before and one after all others."""

from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models

import safeguarding.promises


class Migration(migrations.Migration):
    dependencies = [
        ("safeguarding", "0042_no_keys_of_no_name"),
    ]

    operations = [
        AddConstraintNotValid(
            model_name="child",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("birth_date__isnull", True),
                        safeguarding.promises.IsFinite("birth_date"),
                        _connector="OR",
                    ),
                    models.Q(
                        ("expected_birth_date__isnull", True),
                        safeguarding.promises.IsFinite("expected_birth_date"),
                        _connector="OR",
                    ),
                    models.Q(
                        ("death_date__isnull", True),
                        safeguarding.promises.IsFinite("death_date"),
                        _connector="OR",
                    ),
                ),
                name="child_days_finite",
            ),
        ),
    ]
