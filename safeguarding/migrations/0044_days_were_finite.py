"""The rows that stood before have days of the calendar too."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    atomic = False

    dependencies = [
        ("safeguarding", "0043_days_are_finite"),
    ]

    operations = [
        ValidateConstraint("child", "child_days_finite"),
    ]
