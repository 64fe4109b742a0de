"""Days are of the calendar: PostgreSQL knows one before and one after all others."""

from django.conf import settings
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models

import safeguarding.promises


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0088_what_was_done_stays"),
        ("safeguarding", "0043_days_are_finite"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        AddConstraintNotValid(
            model_name="childinneedplan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    safeguarding.promises.IsFinite("start_date"),
                    models.Q(
                        ("end_date__isnull", True),
                        safeguarding.promises.IsFinite("end_date"),
                        _connector="OR",
                    ),
                ),
                name="inneedplan_days_finite",
            ),
        ),
        AddConstraintNotValid(
            model_name="conference",
            constraint=models.CheckConstraint(
                condition=models.Q(safeguarding.promises.IsFinite("held_date")), name="conference_days_finite"
            ),
        ),
        AddConstraintNotValid(
            model_name="coregroup",
            constraint=models.CheckConstraint(
                condition=models.Q(safeguarding.promises.IsFinite("held_date")), name="coregroup_days_finite"
            ),
        ),
        AddConstraintNotValid(
            model_name="followup",
            constraint=models.CheckConstraint(
                condition=models.Q(safeguarding.promises.IsFinite("held_date")), name="followup_days_finite"
            ),
        ),
        AddConstraintNotValid(
            model_name="plan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    safeguarding.promises.IsFinite("start_date"),
                    models.Q(
                        ("end_date__isnull", True),
                        safeguarding.promises.IsFinite("end_date"),
                        _connector="OR",
                    ),
                ),
                name="plan_days_finite",
            ),
        ),
    ]
