"""The rows that stood before have days of the calendar too."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    atomic = False

    dependencies = [
        ("conferences", "0089_days_are_finite"),
    ]

    operations = [
        ValidateConstraint("childinneedplan", "inneedplan_days_finite"),
        ValidateConstraint("conference", "conference_days_finite"),
        ValidateConstraint("coregroup", "coregroup_days_finite"),
        ValidateConstraint("followup", "followup_days_finite"),
        ValidateConstraint("plan", "plan_days_finite"),
    ]
